package vivarium.packages.syntax;

/** A text that is not what a specification of Python packaging says it has to be. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** More of a text than this does not help in a message, and a hostile text has no end. */
  private static final int SHOWN = 80;

  private final String text;
  private final int offset;
  private final String problem;

  /**
   * Says what is wrong with a text.
   *
   * @param text all of the text
   * @param offset where in it the problem is, 0-based, in UTF-16 code units; the text's length when
   *     something is missing at its end
   * @param problem what is wrong, a sentence with a full stop
   */
  public SyntaxException(String text, int offset, String problem) {
    super(problem);
    this.text = text;
    this.offset = offset;
    this.problem = problem;
  }

  private static String place(String text, int offset) {
    if (offset >= text.length()) {
      return text.isEmpty() ? "" : ", at its end";
    }
    return offset == 0 ? "" : ", character " + (text.codePointCount(0, offset) + 1);
  }

  /** {@code text} between quotes, in one line and short enough for a message. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    int shown = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (shown++ == SHOWN) {
        out.append('…');
        break;
      }
      int c = text.codePointAt(i);
      out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
    }
    return out.append('"').toString();
  }

  /** The text, the place and the problem. */
  @Override
  public String getMessage() {
    return quoted(text) + place(text, offset) + ": " + problem;
  }

  /** All of the text. */
  public String text() {
    return text;
  }

  /** Where in the text the problem is, 0-based, in UTF-16 code units. */
  public int offset() {
    return offset;
  }

  /** What is wrong, a sentence without the text and the place. */
  public String problem() {
    return problem;
  }
}
