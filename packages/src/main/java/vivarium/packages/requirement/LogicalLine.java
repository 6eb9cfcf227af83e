package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vivarium.model.diagnostic.Location;

/**
 * A line of a requirements file, with the lines joined to it that follow a backslash, and without
 * its comment. Knows where each of its characters stands in the file.
 */
final class LogicalLine {
  private final String path;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  /** What a line of the file gave to this one, from {@code offset} on. */
  private record Piece(int offset, int line, String written) {}

  private LogicalLine(String path) {
    this.path = path;
  }

  /** Hands over each line of {@code content} that is neither empty nor a comment. */
  static void forEach(String path, String content, Consumer<LogicalLine> action) {
    LogicalLine current = new LogicalLine(path);
    int number = 0;
    for (String written : content.lines().toList()) {
      number++;
      String line = withoutComment(written);
      boolean isComment = line.isBlank() && !written.isBlank();
      boolean isContinued = !isComment && line.endsWith("\\");
      current.add(number, isContinued ? line.substring(0, line.length() - 1) : line);
      if (!isContinued) {
        current = current.finish(action);
      }
    }
    current.finish(action);
  }

  private LogicalLine finish(Consumer<LogicalLine> action) {
    if (!text.toString().isBlank()) {
      action.accept(this);
    }
    return new LogicalLine(path);
  }

  private void add(int line, String part) {
    pieces.add(new Piece(text.length(), line, part));
    text.append(part);
  }

  /** A comment begins at a number sign that follows white space, or nothing. */
  private static String withoutComment(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  String text() {
    return text.toString();
  }

  /** Where the character at {@code offset} stands; behind the last one, where the text ends. */
  Location at(int offset) {
    Piece piece = pieces.get(0);
    for (Piece next : pieces) {
      if (next.offset <= offset && (next.offset == 0 || !next.written.isEmpty())) {
        piece = next;
      }
    }
    int within = Math.min(offset - piece.offset, piece.written.length());
    return new Location(path, piece.line, piece.written.codePointCount(0, within) + 1);
  }
}
