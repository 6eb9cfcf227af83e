package vivarium.model.display;

/** Text within HTML. */
final class Markup {
  private Markup() {}

  /** Text between tags. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i), out);
    }
    return out.toString();
  }

  /** One character between tags, or one half of it. */
  static void append(char c, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      default -> out.append(c);
    }
  }

  /** An attribute with a space before it. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + text(value).replace("\"", "&quot;") + "\"";
  }

  /** What stands in a {@code pre} element, of which HTML drops a line feed at the very start. */
  static String preformatted(String html) {
    return html.startsWith("\n") ? "\n" + html : html;
  }
}
