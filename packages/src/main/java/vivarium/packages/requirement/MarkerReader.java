package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Nearest;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Operator;
import vivarium.packages.version.VersionSpecifier;

/** Reads a {@link Marker} where a cursor stands, and leaves the cursor behind it. */
final class MarkerReader {
  /** Deeper parentheses nobody reads, and each level takes its part of the stack. */
  static final int MAX_DEPTH = 100;

  /** A longer word is no misspelling of a variable. */
  private static final int MAX_NAME = 40;

  private final Cursor cursor;
  private int depth;

  MarkerReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** A marker, and white space around it. */
  Marker marker() {
    List<Marker> parts = new ArrayList<>();
    do {
      parts.add(conjunction());
    } while (takeWord("or"));
    return parts.size() == 1 ? parts.get(0) : new Marker.Or(parts);
  }

  private Marker conjunction() {
    List<Marker> parts = new ArrayList<>();
    do {
      parts.add(atom());
    } while (takeWord("and"));
    return parts.size() == 1 ? parts.get(0) : new Marker.And(parts);
  }

  private Marker atom() {
    cursor.skipBlanks();
    int start = cursor.position();
    Marker marker;
    if (cursor.take('(')) {
      if (++depth > MAX_DEPTH) {
        throw cursor.problem("Parentheses can be nested " + MAX_DEPTH + " deep.");
      }
      marker = marker();
      depth--;
      if (!cursor.take(')')) {
        throw cursor.atEnd()
            ? cursor.problem(start, "This parenthesis is not closed.")
            : cursor.problem("\"and\", \"or\" or \")\" was expected here.");
      }
    } else {
      marker = comparison();
    }
    cursor.skipBlanks();
    return marker;
  }

  private Marker comparison() {
    int start = cursor.position();
    Marker.Operand left = operand();
    cursor.skipBlanks();
    int operatorStart = cursor.position();
    MarkerOperator operator = operator();
    cursor.skipBlanks();
    Marker.Operand right = operand();
    if (left instanceof Marker.Literal && right instanceof Marker.Literal) {
      throw cursor.problem(start, "This compares two texts; one side has to be a variable.");
    }
    if (operator == MarkerOperator.COMPATIBLE && !areVersions(left, right)) {
      throw cursor.problem(
          operatorStart, "~= compares versions of two numbers or more, and here is none.");
    }
    return new Marker.Compare(left, operator, right);
  }

  private static boolean areVersions(Marker.Operand left, Marker.Operand right) {
    boolean isDefined =
        !(right instanceof Marker.Literal literal)
            || VersionSpecifier.tryParse("~=" + literal.text()).isPresent();
    return isDefined && (isVersion(left) || isVersion(right));
  }

  private static boolean isVersion(Marker.Operand operand) {
    return operand instanceof Marker.Variable variable && variable.name().isVersion();
  }

  private Marker.Operand operand() {
    char c = cursor.peek();
    if (c == '"' || c == '\'') {
      return literal();
    }
    int start = cursor.position();
    String name = word();
    if (name.isEmpty()) {
      throw cursor.problem("A variable or a text in quotes was expected here.");
    }
    MarkerVariable variable = MarkerVariable.named(name).orElseThrow(() -> unknown(start, name));
    return new Marker.Variable(variable);
  }

  private SyntaxException unknown(int start, String name) {
    if (name.equals("extras") || name.equals("dependency_groups")) {
      return cursor.problem(start, "The variable \"" + name + "\" is for lock files only.");
    }
    Optional<String> nearest =
        name.length() > MAX_NAME
            ? Optional.empty()
            : Nearest.to(name.replace('.', '_'), MarkerVariable.names());
    return cursor.problem(
        start,
        "There is no such variable"
            + nearest
                .map(known -> "; did you mean " + known + "?")
                .orElse("; a text needs quotes."));
  }

  private Marker.Literal literal() {
    int start = cursor.position();
    char quote = cursor.next();
    while (!cursor.atEnd() && cursor.peek() != quote) {
      if (cursor.peek() == '\\') {
        throw cursor.problem("There can be no backslash in the texts of a marker.");
      }
      cursor.next();
    }
    if (!cursor.take(quote)) {
      throw cursor.problem(start, "This quotation mark is not closed.");
    }
    return new Marker.Literal(cursor.text().substring(start + 1, cursor.position() - 1));
  }

  private MarkerOperator operator() {
    Optional<Operator> sign = Operator.take(cursor);
    if (sign.isPresent()) {
      return MarkerOperator.valueOf(sign.get().name());
    }
    if (takeWord("in")) {
      return MarkerOperator.IN;
    }
    if (takeWord("not")) {
      cursor.skipBlanks();
      if (takeWord("in")) {
        return MarkerOperator.NOT_IN;
      }
      throw cursor.problem("\"in\" was expected behind \"not\".");
    }
    throw cursor.problem(
        "An operator was expected here: <=, <, !=, ==, >=, >, ~=, ===, in, not in.");
  }

  /** Passes {@code word} if it comes next and no longer one does. */
  private boolean takeWord(String word) {
    int start = cursor.position();
    if (word().equals(word)) {
      return true;
    }
    cursor.reset(start);
    return false;
  }

  private String word() {
    int start = cursor.position();
    while (Cursor.isLetterOrDigit(cursor.peek())
        || cursor.peek() == '_'
        || (cursor.peek() == '.' && cursor.position() > start)) {
      cursor.next();
    }
    return cursor.text().substring(start, cursor.position());
  }
}
