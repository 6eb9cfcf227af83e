package vivarium.packages.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vivarium.packages.imports.PythonLine.Token;

/** Takes code apart, in one pass; whatever it is, something comes of it. */
final class PythonLines {
  private static final Set<String> PREFIXES =
      Set.of("r", "b", "u", "f", "t", "rb", "br", "rf", "fr", "rt", "tr");

  /** The magics of IPython that leave the rest of a cell Python. */
  private static final Set<String> TRANSPARENT = Set.of("time", "timeit", "capture", "prun");

  private final String code;
  private final List<PythonLine> lines = new ArrayList<>();
  private List<Token> tokens = new ArrayList<>();
  private int at;
  private int start;
  private int depth;

  private PythonLines(String code) {
    this.code = code;
  }

  static List<PythonLine> of(String code) {
    PythonLines read = new PythonLines(code);
    read.all();
    return read.lines;
  }

  private void all() {
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '\n' || c == '\r') {
        at++;
        if (depth == 0) {
          end();
        }
      } else if (c == '#' || (c == '!' && isFirst())) {
        passLine();
      } else if (c == '%' && isFirst()) {
        if (code.startsWith("%%", at) && lines.isEmpty() && !isTransparent()) {
          return;
        }
        passLine();
      } else if (c == '\\' && at + 1 < code.length()) {
        at += code.startsWith("\r\n", at + 1) ? 3 : 2;
      } else if (c == '"' || c == '\'') {
        tokens.add(new Token("", at, depth));
        passString(c);
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        word();
      }
    }
    end();
  }

  private boolean isFirst() {
    return tokens.isEmpty() && depth == 0;
  }

  private void end() {
    if (!tokens.isEmpty()) {
      lines.add(new PythonLine(tokens.get(0).offset() - start, List.copyOf(tokens)));
      tokens = new ArrayList<>();
    }
    start = at;
  }

  private boolean isTransparent() {
    int end = at + 2;
    while (end < code.length() && Character.isLetter(code.charAt(end))) {
      end++;
    }
    return TRANSPARENT.contains(code.substring(at + 2, end));
  }

  private void passLine() {
    while (at < code.length() && code.charAt(at) != '\n' && code.charAt(at) != '\r') {
      at++;
    }
  }

  private void passString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean isLong = code.startsWith(three, at);
    at += isLong ? 3 : 1;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (isLong && code.startsWith(three, at)) {
        at += 3;
        return;
      } else if (!isLong && (c == quote || c == '\n')) {
        at += c == quote ? 1 : 0;
        return;
      } else {
        at++;
      }
    }
    at = code.length();
  }

  private void word() {
    int first = code.codePointAt(at);
    int end = at + Character.charCount(first);
    if (first == '_' || Character.isUnicodeIdentifierStart(first)) {
      while (end < code.length() && Character.isUnicodeIdentifierPart(code.codePointAt(end))) {
        end += Character.charCount(code.codePointAt(end));
      }
      String name = code.substring(at, end);
      boolean isString =
          end < code.length()
              && (code.charAt(end) == '"' || code.charAt(end) == '\'')
              && PREFIXES.contains(name.toLowerCase(Locale.ROOT));
      if (!isString) {
        tokens.add(new Token(name, at, depth));
      }
    } else {
      depth += "([{".indexOf(first) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(first) >= 0 && depth > 0 ? 1 : 0;
      tokens.add(new Token(code.substring(at, end), at, depth));
    }
    at = end;
  }
}
