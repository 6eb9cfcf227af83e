package vivarium.parse.source;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Span;

/** Some text out of a file, which knows for each of its lines where in the file it stands. */
public final class Fragment {
  private final SourceText source;
  private final List<Line> lines;

  /**
   * A line of a fragment, or a part of one.
   *
   * @param line its line in the file
   * @param column the column in the file at which {@code text} begins
   */
  public record Line(int line, int column, String text) {}

  Fragment(SourceText source, List<Line> lines) {
    this.source = source;
    this.lines = List.copyOf(lines);
  }

  /** The text, each line ended with LF. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.text).append('\n');
    }
    return text.toString();
  }

  public int lineCount() {
    return lines.size();
  }

  /** A line of this fragment; empty when it has fewer lines. */
  public String line(int line) {
    return line < lines.size() ? lines.get(line).text : "";
  }

  /** The lines from {@code first} on, up to and without {@code end}. */
  public Fragment lines(int first, int end) {
    return new Fragment(source, lines.subList(first, end));
  }

  /** The line {@code text}, found in this fragment at this line and column. */
  public Line piece(int line, int column, String text) {
    Line whole = lines.get(line);
    return new Line(whole.line, whole.column + column, text);
  }

  /** The part of {@link #text} between two of its characters. */
  public Fragment slice(int start, int end) {
    List<Line> part = new ArrayList<>();
    int lineStart = 0;
    for (int i = 0; i < lines.size() && lineStart <= end; i++) {
      String text = lines.get(i).text;
      int from = Math.max(0, start - lineStart);
      int to = Math.min(text.length(), end - lineStart);
      if (from <= text.length() && from <= to) {
        part.add(piece(i, from, text.substring(from, to)));
      }
      lineStart += text.length() + 1;
    }
    return of(part);
  }

  /** These lines without the indentation that all but the first have in common. */
  public Fragment dedented() {
    int common = Integer.MAX_VALUE;
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).text.isBlank()) {
        common = Math.min(common, indentation(lines.get(i).text));
      }
    }
    List<Line> dedented = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text;
      int cut = Math.min(i == 0 ? Integer.MAX_VALUE : common, indentation(text));
      dedented.add(piece(i, cut, text.substring(cut)));
    }
    return of(dedented);
  }

  private static int indentation(String text) {
    int spaces = 0;
    while (spaces < text.length() && (text.charAt(spaces) == ' ' || text.charAt(spaces) == '\t')) {
      spaces++;
    }
    return spaces;
  }

  /** Another fragment of the same file. */
  public Fragment of(List<Line> others) {
    return new Fragment(source, others);
  }

  /** Where a character of this fragment stands in the file. */
  public Location location(int line, int column) {
    if (lines.isEmpty()) {
      return source.location(0, 0);
    }
    Line at = lines.get(Math.min(line, lines.size() - 1));
    return source.location(at.line, at.column + column);
  }

  /** Where some lines of this fragment stand in the file. */
  public Span span(int line, int column, int lastLine) {
    Location start = location(line, column);
    int last = lines.isEmpty() ? 0 : lines.get(Math.min(lastLine, lines.size() - 1)).line;
    return new Span(start.line(), start.column(), Math.max(start.line(), last + 1));
  }
}
