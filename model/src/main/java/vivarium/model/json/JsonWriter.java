package vivarium.model.json;

import java.util.List;
import java.util.Map;

/** Writes JSON without white space. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private JsonWriter() {}

  static void write(Json value, StringBuilder out) {
    if (value instanceof Json.Obj object) {
      object(object.members(), out);
    } else if (value instanceof Json.Arr array) {
      array(array.items(), out);
    } else if (value instanceof Json.Str string) {
      string(string.value(), out);
    } else if (value instanceof Json.Num number) {
      out.append(number.literal());
    } else if (value instanceof Json.Bool bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private static void object(Map<String, Json> members, StringBuilder out) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Json> member : members.entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      string(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
    }
    out.append('}');
  }

  private static void array(List<Json> items, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(items.get(i), out);
    }
    out.append(']');
  }

  private static void string(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || (Character.isSurrogate(c) && isLone(value, i))) {
            escape(c, out);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLone(String value, int i) {
    char c = value.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
