package vivarium.parse.attributes;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The ids of one document, each given out once. */
public final class Ids {
  private final Map<String, Integer> last = new HashMap<>();

  /** Whether an element has this id already. */
  public boolean isTaken(String id) {
    return last.containsKey(id);
  }

  /**
   * {@code wanted} when it is free, else the first free of {@code wanted-2}, {@code wanted-3}, ….
   */
  public String unique(String wanted) {
    if (last.putIfAbsent(wanted, 1) == null) {
      return wanted;
    }
    int number = last.getOrDefault(wanted, 1);
    String id;
    do {
      number++;
      id = wanted + "-" + number;
    } while (last.containsKey(id));
    last.put(wanted, number);
    last.put(id, 1);
    return id;
  }

  /**
   * The anchor GitHub gives a heading: lower case, letters, digits, {@code _} and {@code -} kept,
   * spaces turned to {@code -}, everything else left out. Possibly empty.
   */
  public static String slug(String text) {
    StringBuilder slug = new StringBuilder();
    text.strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || isMark(c)) {
                slug.appendCodePoint(c);
              } else if (Character.isWhitespace(c)) {
                slug.append('-');
              }
            });
    return slug.toString();
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
