package vivarium.parse.source;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.diagnostic.Location;

/**
 * The text of a file, by lines. Lines end with LF, CR or CRLF.
 *
 * <p>Here and in {@link Fragment}, lines and columns that go in are 0-based and count UTF-16 code
 * units, as the Markdown parser does; those that come out in a {@link Location} or a {@link
 * vivarium.model.document.Span} are 1-based and count code points.
 */
public final class SourceText {
  private final String path;
  private final List<String> lines;

  // Columns are asked for from left to right: counting on from the last answer keeps a file of one
  // very long line from taking quadratic time.
  private int countedLine = -1;
  private int countedUnits;
  private int countedPoints;

  private SourceText(String path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  /** The text of the file at {@code path}. */
  public static SourceText of(String path, String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return new SourceText(path, List.copyOf(lines));
  }

  public String path() {
    return path;
  }

  public int lineCount() {
    return lines.size();
  }

  /** A line without its end. */
  public String line(int line) {
    return lines.get(line);
  }

  /** The place at this line and column; a column beyond the end of the line is that end. */
  public Location location(int line, int column) {
    return new Location(path, line + 1, columnInPoints(line, column));
  }

  int columnInPoints(int line, int column) {
    String text = line < lines.size() ? lines.get(line) : "";
    int units = Math.min(column, text.length());
    if (line != countedLine) {
      countedLine = line;
      countedUnits = 0;
      countedPoints = 0;
    }
    countedPoints +=
        units >= countedUnits
            ? text.codePointCount(countedUnits, units)
            : -text.codePointCount(units, countedUnits);
    countedUnits = units;
    return countedPoints + 1;
  }

  /** The lines from {@code first} on, up to and without {@code end}. */
  public Fragment lines(int first, int end) {
    List<Fragment.Line> some = new ArrayList<>();
    for (int i = first; i < end; i++) {
      some.add(new Fragment.Line(i, 0, lines.get(i)));
    }
    return new Fragment(this, some);
  }
}
