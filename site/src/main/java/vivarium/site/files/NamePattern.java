package vivarium.site.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for the name of a file: {@code *} stands for any characters, {@code ?} for one, {@code
 * [a-z]} for one of several and {@code [!a-z]} for any other. A name that begins with a dot is
 * found only by a pattern that does.
 */
final class NamePattern {
  private final List<String> parts = new ArrayList<>();
  private final boolean hidden;

  NamePattern(String pattern) {
    hidden = pattern.startsWith(".");
    int at = 0;
    while (at < pattern.length()) {
      int end = pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 2) : -1;
      int next = end < 0 ? pattern.offsetByCodePoints(at, 1) : end + 1;
      parts.add(pattern.substring(at, next));
      at = next;
    }
  }

  /** Whether {@code text} is more than a name. */
  static boolean isPattern(String text) {
    return text.contains("*") || text.contains("?") || text.contains("[");
  }

  /** Takes time in proportion to the lengths of both at most. */
  boolean matches(String name) {
    if (name.startsWith(".") && !hidden) {
      return false;
    }
    int[] characters = name.codePoints().toArray();
    int part = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < characters.length) {
      if (part < parts.size() && parts.get(part).equals("*")) {
        star = part++;
        resume = at;
      } else if (part < parts.size() && isOne(parts.get(part), characters[at])) {
        part++;
        at++;
      } else if (star >= 0) {
        part = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return parts.subList(part, parts.size()).stream().allMatch("*"::equals);
  }

  private static boolean isOne(String part, int character) {
    if (part.startsWith("[") && part.length() > 2) {
      boolean inverted = part.charAt(1) == '!';
      return isAmong(part.substring(inverted ? 2 : 1, part.length() - 1), character) != inverted;
    }
    return part.equals("?") || part.codePointAt(0) == character;
  }

  private static boolean isAmong(String choice, int character) {
    int[] all = choice.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      boolean isRange = i + 2 < all.length && all[i + 1] == '-';
      if (isRange ? all[i] <= character && character <= all[i + 2] : all[i] == character) {
        return true;
      }
      i += isRange ? 2 : 0;
    }
    return false;
  }
}
