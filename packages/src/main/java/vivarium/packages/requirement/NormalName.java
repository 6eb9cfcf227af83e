package vivarium.packages.requirement;

import java.util.Locale;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;

/**
 * The rules for names of packages and extras; see <a
 * href="https://packaging.python.org/en/latest/specifications/name-normalization/">Names and
 * normalization</a> (PEP 503).
 */
final class NormalName {
  /** A file's name has to hold it, and file systems end at 255. */
  static final int MAX_LENGTH = 200;

  private NormalName() {}

  /** Passes a name where {@code cursor} stands; {@code what} it is, for messages: "a package". */
  static String read(Cursor cursor, String what) {
    int start = cursor.position();
    while (Cursor.isLetterOrDigit(cursor.peek()) || isSeparator(cursor.peek())) {
      cursor.next();
    }
    String name = cursor.text().substring(start, cursor.position());
    if (name.isEmpty()) {
      throw cursor.problem("The name of " + what + " was expected here.");
    }
    if (isSeparator(name.charAt(0)) || isSeparator(name.charAt(name.length() - 1))) {
      throw cursor.problem(
          start, "The name of " + what + " begins and ends with a letter or a digit.");
    }
    if (name.length() > MAX_LENGTH) {
      throw cursor.problem(
          start, "The name of " + what + " has at most " + MAX_LENGTH + " characters.");
    }
    return name;
  }

  static String parse(String text, String what) {
    Cursor cursor = new Cursor(text);
    String name = read(cursor, what);
    if (!cursor.atEnd()) {
      throw new SyntaxException(
          text,
          cursor.position(),
          "The name of " + what + " has letters, digits, \"-\", \"_\" and \".\" only.");
    }
    return name;
  }

  /** In lower case, with one {@code -} for each run of separators. */
  static String normalize(String name) {
    StringBuilder out = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (!isSeparator(c)) {
        out.append(c);
      } else if (out.length() == 0 || out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    return out.toString();
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == '.';
  }
}
