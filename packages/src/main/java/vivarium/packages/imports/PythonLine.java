package vivarium.packages.imports;

import java.util.List;

/**
 * A line of Python as its grammar sees it, which may be several in the file, without comments.
 *
 * @param indent how many characters stand before it
 */
record PythonLine(int indent, List<Token> tokens) {
  /**
   * A name, a mark, or the empty text for a literal.
   *
   * @param offset where it begins in the code
   * @param depth in how many brackets it stands
   */
  record Token(String text, int offset, int depth) {
    boolean is(String other) {
      return text.equals(other);
    }

    boolean isName() {
      return !text.isEmpty() && Character.isUnicodeIdentifierStart(start(text));
    }

    private static int start(String text) {
      return text.charAt(0) == '_' ? 'a' : text.codePointAt(0);
    }
  }

  /** The token at {@code index}; an empty one before the first and behind the last. */
  Token token(int index) {
    return 0 <= index && index < tokens.size() ? tokens.get(index) : new Token("", 0, 0);
  }
}
