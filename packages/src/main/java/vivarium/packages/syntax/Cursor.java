package vivarium.packages.syntax;

import java.util.List;

/**
 * A place in a text, moved forward as the text is read. It never looks back, so that reading takes
 * time in proportion to the text's length. Letters and digits are those of ASCII.
 */
public final class Cursor {
  private final String text;
  private int position;

  /** Stands before the first character of {@code text}. */
  public Cursor(String text) {
    this.text = text;
  }

  /** All of the text. */
  public String text() {
    return text;
  }

  /** Where this stands, 0-based, in UTF-16 code units. */
  public int position() {
    return position;
  }

  /** Goes back to a place that {@link #position} told before. */
  public void reset(int earlier) {
    if (earlier > position) {
      throw new IllegalArgumentException("not read yet: " + earlier);
    }
    position = earlier;
  }

  public boolean atEnd() {
    return position == text.length();
  }

  /** The next character; {@code '\0'} at the end. */
  public char peek() {
    return peek(0);
  }

  /** The character {@code ahead} of the next; {@code '\0'} behind the end. */
  public char peek(int ahead) {
    int at = position + ahead;
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /** Passes the next character, which there is. */
  public char next() {
    return text.charAt(position++);
  }

  /** Passes {@code c} if it is the next character. */
  public boolean take(char c) {
    if (!atEnd() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  /** Passes {@code word} if it comes next. */
  public boolean take(String word) {
    if (text.startsWith(word, position)) {
      position += word.length();
      return true;
    }
    return false;
  }

  /** Passes the first of {@code words} that comes next, in any case; empty when none does. */
  public String takeIgnoringCase(List<String> words) {
    for (String word : words) {
      if (regionMatches(word)) {
        position += word.length();
        return word;
      }
    }
    return "";
  }

  /** Whether {@code word}, in lower case, comes next; the text may have capitals of ASCII. */
  private boolean regionMatches(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = peek(i);
      if ((c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Passes the digits that come next, possibly none. */
  public String takeDigits() {
    int start = position;
    while (isDigit(peek())) {
      position++;
    }
    return text.substring(start, position);
  }

  /** Passes spaces and tabs. */
  public void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      position++;
    }
  }

  /** Passes all white space of ASCII. */
  public void skipWhiteSpace() {
    while (isWhiteSpace(peek())) {
      position++;
    }
  }

  /** An exception about the place where this stands. */
  public SyntaxException problem(String sentence) {
    return problem(position, sentence);
  }

  /** An exception about another place. */
  public SyntaxException problem(int offset, String sentence) {
    return new SyntaxException(text, offset, sentence);
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetterOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  public static boolean isWhiteSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
