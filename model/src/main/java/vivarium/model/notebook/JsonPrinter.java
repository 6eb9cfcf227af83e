package vivarium.model.notebook;

import java.util.List;
import java.util.Map;
import vivarium.model.json.Json;

/** Writes JSON as Python's {@code json.dumps} does, in the style of a given text. */
final class JsonPrinter {
  private static final String HEX = "0123456789abcdef";

  private final TextStyle style;
  private final StringBuilder out = new StringBuilder();

  JsonPrinter(TextStyle style) {
    this.style = style;
  }

  /**
   * The text of a value.
   *
   * @param margin what stands before the line in which the value begins
   */
  String print(Json value, String margin) {
    out.setLength(0);
    value(value, margin);
    return out.toString();
  }

  private void value(Json value, String margin) {
    if (value instanceof Json.Obj object) {
      object(object.members(), margin);
    } else if (value instanceof Json.Arr array) {
      array(array.items(), margin);
    } else if (value instanceof Json.Str string) {
      string(string.value());
    } else {
      out.append(value.text());
    }
  }

  private void object(Map<String, Json> members, String margin) {
    String separator = "{";
    String inner = margin + style.indent();
    for (Map.Entry<String, Json> member : members.entrySet()) {
      next(separator, inner);
      string(member.getKey());
      out.append(style.colon());
      value(member.getValue(), inner);
      separator = style.comma();
    }
    close(members.isEmpty(), '{', '}', margin);
  }

  private void array(List<Json> items, String margin) {
    String separator = "[";
    String inner = margin + style.indent();
    for (Json item : items) {
      next(separator, inner);
      value(item, inner);
      separator = style.comma();
    }
    close(items.isEmpty(), '[', ']', margin);
  }

  private void next(String separator, String inner) {
    out.append(separator);
    if (!style.lineEnd().isEmpty()) {
      out.append(style.lineEnd()).append(inner);
    }
  }

  private void close(boolean isEmpty, char opening, char closing, String margin) {
    if (isEmpty) {
      out.append(opening);
    } else if (!style.lineEnd().isEmpty()) {
      out.append(style.lineEnd()).append(margin);
    }
    out.append(closing);
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || (c > 0x7f && style.isAscii()) || isLone(value, i)) {
            escape(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Whether this is half of a pair without its other half, which no UTF-8 can hold. */
  private static boolean isLone(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
