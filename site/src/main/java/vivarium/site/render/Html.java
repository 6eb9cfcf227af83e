package vivarium.site.render;

import java.util.Map;
import java.util.Set;

/** HTML in the making. Whatever is not called raw is escaped. */
final class Html {
  private static final Set<String> MAY_BE_EMPTY = Set.of("alt", "src", "href");

  private final StringBuilder out = new StringBuilder();

  /** Text between tags, or in an attribute's quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Markup that is known to be right. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An opening tag. An attribute whose value is empty is written without one. */
  Html open(String name, Map<String, String> attributes) {
    out.append('<').append(name);
    attributes.forEach(this::attribute);
    out.append('>');
    return this;
  }

  Html open(String name) {
    return open(name, Map.of());
  }

  Html close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /** The end of a line, unless the output stands at the start of one. */
  Html line() {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    return this;
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name);
    if (!value.isEmpty() || MAY_BE_EMPTY.contains(name)) {
      out.append("=\"").append(escape(value)).append('"');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
