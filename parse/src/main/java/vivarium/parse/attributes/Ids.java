package vivarium.parse.attributes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ids of one document, each given out once. */
public final class Ids {
  private static final String LABEL = "#| label:";

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> lastNumber = new HashMap<>();
  private final Set<String> kept;

  /**
   * Ids for a document.
   *
   * @param kept ids that only {@link #claim} gives out
   */
  public Ids(Set<String> kept) {
    this.kept = Set.copyOf(kept);
  }

  /** Whether an element has this id already. */
  public boolean isTaken(String id) {
    return taken.contains(id);
  }

  /** An id that an author asked for: {@code wanted}, or when it is taken as {@link #unique}. */
  public String claim(String wanted) {
    return taken.add(wanted) ? wanted : numbered(wanted);
  }

  /**
   * An id that no author asked for: {@code wanted} when it is free, else the first free of {@code
   * wanted-2}, {@code wanted-3}, ….
   */
  public String unique(String wanted) {
    return kept.contains(wanted) ? numbered(wanted) : claim(wanted);
  }

  private String numbered(String wanted) {
    int number = lastNumber.getOrDefault(wanted, 1);
    String id;
    do {
      number++;
      id = wanted + "-" + number;
    } while (kept.contains(id) || !taken.add(id));
    lastNumber.put(wanted, number);
    return id;
  }

  /**
   * The ids that a text asks for in braces, {@code {#id}}, or by a {@code #| label: id} line. Those
   * in code that is only shown are among them: keeping too many does no harm.
   */
  public static Set<String> askedFor(String text) {
    Set<String> ids = new HashSet<>();
    boolean braces = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        braces = true;
      } else if (c == '}' || c == '\n') {
        braces = false;
      } else if (c == '#' && braces && (text.charAt(i - 1) == '{' || text.charAt(i - 1) == ' ')) {
        ids.add(word(text, i + 1));
      } else if (c == '#' && text.startsWith(LABEL, i)) {
        ids.add(word(text, i + LABEL.length()));
      }
    }
    return ids;
  }

  /** What stands from {@code start} to the end of the word; spaces before it are skipped. */
  private static String word(String text, int start) {
    int from = start;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int end = from;
    while (end < text.length() && " }\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(from, end);
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
