package vivarium.execute.text;

import java.util.Locale;

/** Text of strangers that does no harm in a terminal or a log. */
public final class Printable {
  private Printable() {}

  /**
   * The text with an escape such as {@code \u001b} in the place of each character that is not seen
   * as itself: control characters but for the tab, line ends, marks that turn the direction of
   * text, and halves of characters.
   *
   * @param most how many UTF-16 code units of {@code text} are shown; {@code …} stands for the rest
   */
  public static String line(String text, int most) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length() && at < most) {
      int character = text.codePointAt(at);
      if (isSeen(character)) {
        out.appendCodePoint(character);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", character));
      }
      at += Character.charCount(character);
    }
    return at < text.length() ? out.append('…').toString() : out.toString();
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t';
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.FORMAT -> !turnsDirection(character);
      default -> true;
    };
  }

  private static boolean turnsDirection(int character) {
    return (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
