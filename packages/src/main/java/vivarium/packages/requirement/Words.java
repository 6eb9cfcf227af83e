package vivarium.packages.requirement;

/** The words of a text, between white space. */
final class Words {
  private final String text;
  private int position;

  /** The words from the character at {@code start} on. */
  Words(String text, int start) {
    this.text = text;
    this.position = start;
    skip();
  }

  private void skip() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  boolean hasNext() {
    return position < text.length();
  }

  /** Where the next word begins. */
  int nextStart() {
    return position;
  }

  String next() {
    int start = position;
    while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    String word = text.substring(start, position);
    skip();
    return word;
  }

  /** Everything that is left, as one. */
  String rest() {
    return text.substring(position).strip();
  }
}
