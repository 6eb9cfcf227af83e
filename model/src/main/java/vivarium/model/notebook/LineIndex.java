package vivarium.model.notebook;

import java.util.Arrays;

/** Finds the line of a character. Lines end with LF, CR or CRLF. */
final class LineIndex {
  private int[] starts = new int[64];
  private int lines = 1;

  LineIndex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
  }

  /** The line of the character at {@code offset}, 1-based. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, 0, lines, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of the character at {@code offset}, 1-based, in UTF-16 code units. */
  int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  Extent of(JsonPart part) {
    return new Extent(line(part.start()), column(part.start()), line(part.end() - 1));
  }

  /** The place of a single character. */
  Extent at(int offset) {
    return new Extent(line(offset), column(offset), line(offset));
  }
}
