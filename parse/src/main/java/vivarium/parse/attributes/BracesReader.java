package vivarium.parse.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.parse.attributes.Braces.Fault;
import vivarium.parse.attributes.Braces.Kind;
import vivarium.parse.attributes.Braces.Word;

/**
 * Reads {@code {#id .class key=value key="value" flag}}. White space and commas stand between the
 * words. In quotes, a backslash makes the character after it an ordinary one.
 */
public final class BracesReader {
  private final String line;
  private final int start;
  private final String closing;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private BracesReader(String line, int start, String closing) {
    this.line = line;
    this.start = start;
    this.at = start;
    this.closing = closing;
  }

  /** Reads from the opening brace at {@code start}. */
  public static Braces read(String line, int start) {
    return new BracesReader(line, start + 1, "}").read();
  }

  /** Reads words that need no braces, such as those of an HTML tag, up to the end of the text. */
  public static Braces readBare(String text) {
    return new BracesReader(text, 0, "").read();
  }

  private Braces read() {
    while (true) {
      skipSeparators();
      if (at == line.length()) {
        return closing.isEmpty() ? done() : fault(start - 1, "The brace \"{\" is not closed.");
      }
      if (line.startsWith(closing, at) && !closing.isEmpty()) {
        at++;
        return done();
      }
      Optional<Fault> fault = word();
      if (fault.isPresent()) {
        return new Braces(words, at, fault);
      }
    }
  }

  private Braces done() {
    return new Braces(words, at, Optional.empty());
  }

  private Braces fault(int offset, String message) {
    return new Braces(words, at, Optional.of(new Fault(offset, message)));
  }

  private Optional<Fault> word() {
    int start = at;
    char first = line.charAt(at);
    Kind kind = first == '.' ? Kind.CLASS : first == '#' ? Kind.ID : Kind.FLAG;
    if (kind != Kind.FLAG) {
      at++;
    }
    int nameStart = at;
    while (at < line.length() && !isEndOfName(line.charAt(at), kind)) {
      at++;
    }
    String name = line.substring(nameStart, at);
    if (kind == Kind.FLAG && at < line.length() && line.charAt(at) == '=' && !name.isEmpty()) {
      at++;
      return value(name, start);
    }
    if (name.isEmpty()) {
      int wrong = Math.min(nameStart, line.length() - 1);
      String shown = line.substring(wrong, line.offsetByCodePoints(wrong, 1));
      return Optional.of(new Fault(wrong, "The character \"" + shown + "\" has no place here."));
    }
    words.add(new Word(kind, name, "", start, at));
    return Optional.empty();
  }

  private Optional<Fault> value(String name, int start) {
    int valueStart = at;
    char quote = at < line.length() ? line.charAt(at) : ' ';
    StringBuilder value = new StringBuilder();
    if (quote == '"' || quote == '\'') {
      at++;
      while (at < line.length() && line.charAt(at) != quote) {
        if (isEscape()) {
          at++;
        }
        value.append(line.charAt(at++));
      }
      if (at == line.length()) {
        return Optional.of(new Fault(valueStart, "The quotation mark is not closed."));
      }
      at++;
    } else {
      while (at < line.length() && !isSeparator(line.charAt(at)) && !isClosing()) {
        value.append(line.charAt(at++));
      }
    }
    words.add(new Word(Kind.PAIR, name, value.toString(), start, valueStart));
    return Optional.empty();
  }

  /** Only what is no letter can be escaped: in {@code "one\ntwo"} the backslash stays. */
  private boolean isEscape() {
    return line.charAt(at) == '\\'
        && at + 1 < line.length()
        && !Character.isLetterOrDigit(line.charAt(at + 1));
  }

  private boolean isClosing() {
    return !closing.isEmpty() && line.startsWith(closing, at);
  }

  private void skipSeparators() {
    while (at < line.length() && isSeparator(line.charAt(at))) {
      at++;
    }
  }

  private static boolean isSeparator(char c) {
    return c == ',' || Character.isWhitespace(c);
  }

  private static boolean isEndOfName(char c, Kind kind) {
    return isSeparator(c)
        || "{}\"'<>`".indexOf(c) >= 0
        || (kind == Kind.FLAG && (c == '=' || c == '*' || c == '['));
  }
}
