package vivarium.model.notebook;

/** JSON without the space between its parts. */
final class CompactJson {
  private CompactJson() {}

  /**
   * The text of a value without space; {@code NaN} and {@code Infinity} become {@code null}, as
   * JavaScript writes them.
   */
  static String of(JsonPart part) {
    String raw = part.raw();
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      int end = at + 1;
      if (c == '"') {
        end = stringEnd(raw, at);
        out.append(raw, at, end);
      } else if (raw.startsWith("NaN", at)) {
        end = at + "NaN".length();
        out.append("null");
      } else if (raw.startsWith("Infinity", at) || raw.startsWith("-Infinity", at)) {
        end = raw.indexOf('y', at) + 1;
        out.append("null");
      } else if (" \t\n\r".indexOf(c) < 0) {
        out.append(c);
      }
      at = end;
    }
    return out.toString();
  }

  private static int stringEnd(String raw, int start) {
    int at = start + 1;
    while (raw.charAt(at) != '"') {
      at += raw.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
