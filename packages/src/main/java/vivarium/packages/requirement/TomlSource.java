package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.VersionSpecifiers;

/** A text in TOML that stands in a file, or is one, and the requirements in it. */
final class TomlSource {
  /** More than any project's, and little enough to be parsed in a moment. */
  static final int MAX_LENGTH = 1 << 20;

  /** Each level of brackets takes its part of the stack. */
  static final int MAX_DEPTH = 100;

  private final String path;
  private final List<String> lines;
  private final int firstLine;
  private final int indentation;
  private final DeclaredReader reader = new DeclaredReader();
  private final Optional<TomlTable> table;

  /**
   * Parses the text.
   *
   * @param firstLine the line of the file that the text begins in, 1-based
   * @param indentation how many characters stand before each line of it in the file
   */
  TomlSource(String path, String text, int firstLine, int indentation) {
    this.path = path;
    this.lines = text.lines().toList();
    this.firstLine = firstLine;
    this.indentation = indentation;
    this.table = parse(text);
  }

  private Optional<TomlTable> parse(String text) {
    Location start = new Location(path, firstLine, 1);
    if (text.length() > MAX_LENGTH) {
      bad(start, "This is more than " + MAX_LENGTH + " characters of TOML.", "");
      return Optional.empty();
    }
    if (depth(text) > MAX_DEPTH) {
      bad(start, "Brackets are nested more than " + MAX_DEPTH + " deep in this.", "");
      return Optional.empty();
    }
    TomlParseResult result = Toml.parse(text);
    if (result.hasErrors()) {
      TomlParseError error = result.errors().get(0);
      String problem = SyntaxException.quoted(String.valueOf(error.getMessage()));
      bad(
          at(error.position()),
          "This is not TOML: " + problem.substring(1, problem.length() - 1) + ".",
          "");
      return Optional.empty();
    }
    return Optional.of(result);
  }

  /** At most as deep as this are the text's brackets; more, when there are some in its strings. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if ((c == ']' || c == '}') && depth > 0) {
        depth--;
      }
    }
    return deepest;
  }

  /** The text's table; empty when it is not TOML. */
  Optional<TomlTable> table() {
    return table;
  }

  /** A table within another one; empty when it is missing, or no table, which is noted. */
  Optional<TomlTable> table(TomlTable parent, String key) {
    Object value = parent.get(List.of(key));
    if (value == null || value instanceof TomlTable) {
      return Optional.ofNullable((TomlTable) value);
    }
    bad(place(parent, key), "\"" + key + "\" is not a table.", "");
    return Optional.empty();
  }

  /** The requirements that {@code key} lists; none when it is missing, or no list. */
  List<Declared> requirements(TomlTable parent, String key) {
    Object value = parent.get(List.of(key));
    if (!(value instanceof TomlArray array)) {
      if (value != null) {
        bad(
            place(parent, key),
            "\"" + key + "\" is not a list.",
            "Write " + key + " = [\"numpy\", \"rich>=14\"]");
      }
      return List.of();
    }
    List<Declared> found = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      TomlPosition position = firstCharacter(array.inputPositionOf(i));
      if (array.get(i) instanceof String text) {
        reader.read(text, places(position, text), List.of()).ifPresent(found::add);
      } else {
        bad(at(position), "A requirement is a text in quotes.", "");
      }
    }
    return found;
  }

  /** The versions of Python that {@code requires-python} names. */
  Optional<RequiresPython> requiresPython(TomlTable parent) {
    String key = "requires-python";
    Object value = parent.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    TomlPosition position = position(parent, key);
    if (!(value instanceof String text)) {
      bad(at(position), "\"" + key + "\" is not a text.", "Write " + key + " = \">=3.12\"");
      return Optional.empty();
    }
    try {
      return Optional.of(new RequiresPython(VersionSpecifiers.parse(text), at(position)));
    } catch (SyntaxException e) {
      bad(at(position), e.getMessage(), "Write " + key + " = \">=3.12\"");
      return Optional.empty();
    }
  }

  /** Where {@code key} stands. */
  Location place(TomlTable parent, String key) {
    return at(position(parent, key));
  }

  private static TomlPosition position(TomlTable parent, String key) {
    TomlPosition position = parent.inputPositionOf(List.of(key));
    return position == null ? TomlPosition.positionAt(1, 1) : position;
  }

  /** Passes the white space, comments and ends of lines that the parser counts to an element. */
  private TomlPosition firstCharacter(TomlPosition position) {
    int column = position.column();
    for (int number = position.line(); number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      int at =
          line.offsetByCodePoints(0, Math.min(column - 1, line.codePointCount(0, line.length())));
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at < line.length() && line.charAt(at) != '#') {
        return TomlPosition.positionAt(number, line.codePointCount(0, at) + 1);
      }
      column = 1;
    }
    return position;
  }

  /**
   * Where the characters of a text stand whose quotation mark is at {@code position}: exactly, when
   * it is written without escapes in one line.
   */
  private IntFunction<Location> places(TomlPosition position, String text) {
    Location quote = at(position);
    String line = position.line() <= lines.size() ? lines.get(position.line() - 1) : "";
    int points = line.codePointCount(0, line.length());
    if (position.column() >= points) {
      return offset -> quote;
    }
    int start = line.offsetByCodePoints(0, position.column());
    if (!line.startsWith(text, start)) {
      return offset -> quote;
    }
    return offset ->
        new Location(path, quote.line(), quote.column() + 1 + text.codePointCount(0, offset));
  }

  /** The place in the file. */
  private Location at(TomlPosition position) {
    return new Location(path, position.line() + firstLine - 1, position.column() + indentation);
  }

  void bad(Location where, String message, String remedy) {
    reader.note(Diagnostic.error("bad-toml", where, message, remedy));
  }

  /** What is wrong, in the order in which it was found. */
  List<Diagnostic> diagnostics() {
    return reader.diagnostics();
  }
}
