package vivarium.model.display;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A line of a terminal; each column has one Unicode code point. */
final class Row {
  private int[] points = new int[8];
  private TextStyle @Nullable [] styles; // null while all is plain
  private int length;

  int length() {
    return length;
  }

  /** Writes at a column that is not beyond {@link #length}. */
  void put(int column, int point, TextStyle style) {
    if (column == points.length) {
      points = Arrays.copyOf(points, 2 * column);
      if (styles != null) {
        styles = Arrays.copyOf(styles, 2 * column);
      }
    }
    points[column] = point;
    length = Math.max(length, column + 1);
    if (styles == null && !style.equals(TextStyle.PLAIN)) {
      styles = new TextStyle[points.length];
    }
    if (styles != null) {
      styles[column] = style;
    }
  }

  /** Takes away what stands at {@code column} and after it. */
  void cut(int column) {
    length = Math.min(length, column);
  }

  /** Makes the columns up to {@code end}, exclusive, blank. */
  void blank(int end) {
    for (int column = 0; column < Math.min(end, length); column++) {
      put(column, ' ', TextStyle.PLAIN);
    }
  }

  /** Where the run of characters begins that is shown by the same element as {@code column}. */
  int startOfRun(int column) {
    int start = column;
    while (start > 0
        && start < length
        && !style(start).equals(TextStyle.PLAIN)
        && style(start).equals(style(start - 1))) {
      start--;
    }
    return start;
  }

  /** Writes the columns from {@code start} on. */
  void html(int start, StringBuilder out) {
    TextStyle open = TextStyle.PLAIN;
    for (int column = start; column < length; column++) {
      TextStyle style = style(column);
      if (!style.equals(open)) {
        out.append(open.equals(TextStyle.PLAIN) ? "" : "</span>");
        out.append(style.equals(TextStyle.PLAIN) ? "" : style.tag());
        open = style;
      }
      int point = points[column];
      if (point < 0x10000) {
        Markup.append((char) point, out);
      } else {
        out.appendCodePoint(point);
      }
    }
    out.append(open.equals(TextStyle.PLAIN) ? "" : "</span>");
  }

  private TextStyle style(int column) {
    TextStyle style = styles == null ? null : styles[column];
    return style == null ? TextStyle.PLAIN : style;
  }
}
