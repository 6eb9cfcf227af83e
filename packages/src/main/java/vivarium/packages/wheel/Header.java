package vivarium.packages.wheel;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a file that is written like the head of an e-mail: {@code Name: value}.
 *
 * @param value without white space around it; continuation lines are joined with spaces
 */
record Header(String name, String value) {
  /** The fields of {@code content}, up to the first empty line; what follows is its body. */
  static List<Header> read(String content) {
    List<Header> headers = new ArrayList<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (int start = 0; start < content.length(); ) {
      int end = lineEnd(content, start);
      String line = content.substring(start, end);
      if (line.isEmpty()) {
        break;
      }
      boolean isPair = content.startsWith("\r\n", end);
      start = end + (isPair ? 2 : 1);
      boolean isContinuation = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      int colon = line.indexOf(':');
      if (isContinuation) {
        value.append(' ').append(line.strip());
      } else if (colon > 0) {
        add(headers, name, value);
        name = line.substring(0, colon).strip();
        value = new StringBuilder(line.substring(colon + 1).strip());
      }
    }
    add(headers, name, value);
    return headers;
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static void add(List<Header> headers, String name, StringBuilder value) {
    if (!name.isEmpty()) {
      headers.add(new Header(name, value.toString().strip()));
    }
  }

  /** Whether this is the field of this name, in any case. */
  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
