package vivarium.parse.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.document.Span;

/**
 * The fence of a cell, as far as those that follow it have to be like it.
 *
 * @param mark a backtick or a tilde
 * @param length how often it stands there
 * @param margin what stands before every line of it: the marks of quotations, and spaces
 * @param isClosed whether it has an end
 */
record CellFence(char mark, int length, String margin, boolean isClosed) {
  private static final int TAB = 4;
  private static final Pattern CLOSING = Pattern.compile("([\\s>]*)(`{3,}|~{3,})\\s*");

  static CellFence of(SourceLines lines, Span span) {
    String opening = lines.line(span.line());
    int start = opening.offsetByCodePoints(0, span.column() - 1);
    char mark = opening.charAt(start);
    int end = start;
    while (end < opening.length() && opening.charAt(end) == mark) {
      end++;
    }
    Matcher last = CLOSING.matcher(lines.line(span.lastLine()));
    boolean isClosed =
        span.lastLine() > span.line()
            && last.matches()
            && last.group(2).charAt(0) == mark
            && last.group(2).length() >= end - start;
    String before = isClosed ? last.group(1) : opening.substring(0, start);
    return new CellFence(mark, end - start, margin(before), isClosed);
  }

  /** Spaces in the place of what only the first line of a list has, and of tabs. */
  private static String margin(String before) {
    StringBuilder margin = new StringBuilder();
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      int width = c == '\t' ? TAB - margin.length() % TAB : 1;
      margin.append(c == '>' ? ">" : " ".repeat(width));
    }
    return margin.toString().endsWith(">") ? margin + " " : margin.toString();
  }
}
