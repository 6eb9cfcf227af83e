package vivarium.model.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recursive-descent parser for RFC 8259, with nothing beyond it. */
final class JsonParser {
  /** Deep enough for any notebook, and far from the end of a browser's stack. */
  static final int MAX_DEPTH = 500;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Json document() {
    Json value = value();
    skipSpace();
    if (at < text.length()) {
      throw wrong("nothing more");
    }
    return value;
  }

  private Json value() {
    skipSpace();
    if (at == text.length()) {
      throw wrong("a value");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json object() {
    enter();
    Map<String, Json> members = new LinkedHashMap<>();
    if (!next('}')) {
      do {
        skipSpace();
        if (at == text.length() || text.charAt(at) != '"') {
          throw wrong("a name in quotes");
        }
        String name = string();
        if (!next(':')) {
          throw wrong("':'");
        }
        if (members.put(name, value()) != null) {
          throw new JsonException("the member \"" + name + "\" is given twice");
        }
      } while (next(','));
      if (!next('}')) {
        throw wrong("',' or '}'");
      }
    }
    depth--;
    return new Json.Obj(members);
  }

  private Json array() {
    enter();
    List<Json> items = new ArrayList<>();
    if (!next(']')) {
      do {
        items.add(value());
      } while (next(','));
      if (!next(']')) {
        throw wrong("',' or ']'");
      }
    }
    depth--;
    return new Json.Arr(items);
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new JsonException("nested deeper than " + MAX_DEPTH);
    }
    at++;
  }

  private String string() {
    at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\') {
        value.append(escaped());
      } else if (c < 0x20) {
        at--;
        throw wrong("an escape, since control characters stand in no string");
      } else {
        value.append(c);
      }
    }
    throw wrong("'\"'");
  }

  private char escaped() {
    if (at == text.length()) {
      throw wrong("an escape");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw wrong("an escape");
      }
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? hex(text.charAt(at)) : -1;
      if (digit < 0) {
        throw wrong("four hexadecimal digits");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private static int hex(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private Json number() {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return new Json.Num(text.substring(start, at));
  }

  private void digits() {
    if (at == text.length() || !isDigit(text.charAt(at))) {
      throw wrong("a value");
    }
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return value;
  }

  private boolean next(char c) {
    skipSpace();
    return skip(c);
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonException wrong(String expected) {
    return new JsonException("at character " + (at + 1) + ": " + expected + " was expected");
  }
}
