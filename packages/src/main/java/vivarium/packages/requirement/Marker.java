package vivarium.packages.requirement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.version.VersionSpecifier;

/**
 * A condition on the environment under which a requirement holds; see <a
 * href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers">Environment
 * markers</a>.
 */
public sealed interface Marker {
  /** All of these hold. At least two, and none of them an {@code And} itself. */
  record And(List<Marker> parts) implements Marker {
    public And {
      parts =
          parts.stream()
              .flatMap(part -> part instanceof And inner ? inner.parts.stream() : Stream.of(part))
              .toList();
    }

    @Override
    public boolean holds(MarkerEnvironment environment, String extra) {
      return parts.stream().allMatch(part -> part.holds(environment, extra));
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof Or ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" and "));
    }
  }

  /** One of these holds, or more. At least two, and none of them an {@code Or} itself. */
  record Or(List<Marker> parts) implements Marker {
    public Or {
      parts =
          parts.stream()
              .flatMap(part -> part instanceof Or inner ? inner.parts.stream() : Stream.of(part))
              .toList();
    }

    @Override
    public boolean holds(MarkerEnvironment environment, String extra) {
      return parts.stream().anyMatch(part -> part.holds(environment, extra));
    }

    @Override
    public String toString() {
      return parts.stream().map(Marker::toString).collect(Collectors.joining(" or "));
    }
  }

  /** A comparison of which one side at least is a variable. */
  record Compare(Operand left, MarkerOperator operator, Operand right) implements Marker {
    public Compare {
      if (left instanceof Literal && right instanceof Literal) {
        throw new IllegalArgumentException("nothing to ask the environment for");
      }
    }

    @Override
    public boolean holds(MarkerEnvironment environment, String extra) {
      MarkerVariable variable = variable();
      String first = left.value(variable, environment, extra);
      String second = right.value(variable, environment, extra);
      if (variable.isVersion() && !operator.isWord()) {
        Optional<VersionSpecifier> demand = VersionSpecifier.tryParse(operator + second);
        if (demand.isPresent()) {
          return Version.tryParse(first).map(demand.get()::contains).orElse(false);
        }
      }
      return switch (operator) {
        case IN -> second.contains(first);
        case NOT_IN -> !second.contains(first);
        case EQUAL, ARBITRARY, AT_MOST, AT_LEAST -> first.equals(second);
        case NOT_EQUAL -> !first.equals(second);
        case LESS, GREATER, COMPATIBLE -> false;
      };
    }

    private MarkerVariable variable() {
      return left instanceof Variable side ? side.name() : ((Variable) right).name();
    }

    @Override
    public String toString() {
      return left + " " + operator + " " + right;
    }
  }

  /** A side of a {@link Compare}. */
  sealed interface Operand {
    /**
     * The value to compare.
     *
     * @param compared the variable that the comparison is about
     */
    String value(MarkerVariable compared, MarkerEnvironment environment, String extra);
  }

  /** A variable of the environment. */
  record Variable(MarkerVariable name) implements Operand {
    @Override
    public String value(MarkerVariable compared, MarkerEnvironment environment, String extra) {
      return environment.value(name, extra);
    }

    @Override
    public String toString() {
      return name.toString();
    }
  }

  /** A text between quotes. It has no backslash, and not both kinds of quotes. */
  record Literal(String text) implements Operand {
    @Override
    public String value(MarkerVariable compared, MarkerEnvironment environment, String extra) {
      return compared == MarkerVariable.EXTRA ? NormalName.normalize(text) : text;
    }

    @Override
    public String toString() {
      char quote = text.indexOf('"') >= 0 ? '\'' : '"';
      return quote + text + quote;
    }
  }

  /**
   * Whether this holds where no extra, or one, was asked for.
   *
   * @param extra the extra's normal form; empty for none
   */
  boolean holds(MarkerEnvironment environment, String extra);

  /**
   * Whether this holds for one of {@code extras}, or without any when there are none. Variables
   * that hold versions are compared as such, where the other side is one too; texts are equal or
   * not, and neither is less.
   */
  default boolean evaluate(MarkerEnvironment environment, Collection<ExtraName> extras) {
    return extras.isEmpty()
        ? holds(environment, "")
        : extras.stream().anyMatch(extra -> holds(environment, extra.normalized()));
  }

  /**
   * Reads a marker.
   *
   * @throws SyntaxException when it is none, or nests deeper than {@link MarkerReader#MAX_DEPTH}
   *     parentheses
   */
  static Marker parse(String text) {
    Cursor cursor = new Cursor(text);
    Marker marker = new MarkerReader(cursor).marker();
    if (!cursor.atEnd()) {
      throw cursor.problem("The marker is over here; \"and\" or \"or\" was expected.");
    }
    return marker;
  }
}
