package vivarium.model.notebook;

import java.util.Optional;

/**
 * Says whether a text is JSON, and if not, where it ends being so. Builds nothing, so that a large
 * text costs no more than itself. {@code NaN} and {@code Infinity} pass, since Python writes them.
 */
final class JsonCheck {
  /** As deep as {@link vivarium.model.json.Json} reads. */
  static final int MAX_DEPTH = 500;

  private final String text;
  private int at;
  private int depth;
  private String message = "";

  private JsonCheck(String text) {
    this.text = text;
  }

  /**
   * The first thing that is wrong.
   *
   * @param offset where it is wrong, in UTF-16 code units
   */
  record Fault(int offset, String message) {}

  static Optional<Fault> of(String text) {
    JsonCheck check = new JsonCheck(text);
    boolean isWell = check.value() && check.end();
    return isWell ? Optional.empty() : Optional.of(new Fault(check.at, check.message));
  }

  private boolean end() {
    space();
    return at == text.length() || expected("nothing more");
  }

  private boolean value() {
    space();
    if (at == text.length()) {
      return expected("a value");
    }
    return switch (text.charAt(at)) {
      case '{' -> nested('}');
      case '[' -> nested(']');
      case '"' -> string();
      default -> word();
    };
  }

  private boolean nested(char closing) {
    if (depth == MAX_DEPTH) {
      message = "It is nested deeper than " + MAX_DEPTH + " levels.";
      return false;
    }
    depth++;
    at++;
    space();
    boolean isWell = skip(closing) || members(closing);
    depth--;
    return isWell;
  }

  private boolean members(char closing) {
    do {
      if (closing == '}' && !name()) {
        return false;
      }
      if (!value()) {
        return false;
      }
      space();
    } while (skip(','));
    return skip(closing) || expected("',' or '" + closing + "'");
  }

  private boolean name() {
    space();
    if (at == text.length() || text.charAt(at) != '"') {
      return expected("a name in quotes");
    }
    if (!string()) {
      return false;
    }
    space();
    return skip(':') || expected("':'");
  }

  private boolean string() {
    int start = at;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c < 0x20) {
        return expected("an escape, since a line ends in no string");
      }
      if (c == '\\' && !escape()) {
        return expected("an escape");
      }
      at++;
    }
    at = start;
    return expected("the end of this string");
  }

  /** Whether there is an escape here; goes to its last character. */
  private boolean escape() {
    if (at + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(at + 1);
    if (c != 'u') {
      boolean isKnown = "\"\\/bfnrt".indexOf(c) >= 0;
      at += isKnown ? 1 : 0;
      return isKnown;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (i >= text.length() || Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    at += 5;
    return true;
  }

  private boolean word() {
    for (String word : new String[] {"true", "false", "null", "NaN", "Infinity", "-Infinity"}) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return true;
      }
    }
    int start = at;
    skip('-');
    boolean isNumber = skip('0') || digits();
    isNumber = isNumber && (!skip('.') || digits());
    if (isNumber && (skip('e') || skip('E'))) {
      if (!skip('+')) {
        skip('-');
      }
      isNumber = digits();
    }
    if (!isNumber) {
      at = start;
      return expected("a value");
    }
    return true;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean skip(char c) {
    boolean isHere = at < text.length() && text.charAt(at) == c;
    at += isHere ? 1 : 0;
    return isHere;
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean expected(String what) {
    message = "This is not JSON: " + what + " was expected.";
    return false;
  }
}
