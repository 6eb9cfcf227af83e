package vivarium.parse.record;

import java.util.ArrayList;
import java.util.List;

/** Where the lines of a text begin and end. Lines end with LF, CR or CRLF. */
final class SourceLines {
  private final String text;
  private final List<int[]> lines = new ArrayList<>();
  private String lineEnd = "";

  SourceLines(String text) {
    this.text = text;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        boolean isPair = text.startsWith("\r\n", i);
        lines.add(new int[] {start, i});
        lineEnd = lineEnd.isEmpty() ? text.substring(i, i + (isPair ? 2 : 1)) : lineEnd;
        i += isPair ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(new int[] {start, text.length()});
    }
  }

  int count() {
    return lines.size();
  }

  /** What ends the first line; LF in a text of a single line. */
  String lineEnd() {
    return lineEnd.isEmpty() ? "\n" : lineEnd;
  }

  /** A line without its end, 1-based. */
  String line(int line) {
    return text.substring(lines.get(line - 1)[0], lines.get(line - 1)[1]);
  }

  /** The index of the character behind a line, 1-based, at which its end stands. */
  int end(int line) {
    return lines.get(line - 1)[1];
  }
}
