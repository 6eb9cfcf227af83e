package vivarium.web.notebook.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader looks for in the sources of a notebook.
 *
 * @param text what is to be found; nothing is found for an empty one
 * @param matchCase whether large and small letters differ
 */
public record Search(String text, boolean matchCase) {
  /**
   * A place where it stands.
   *
   * @param key the cell
   * @param start where it begins in the source, in UTF-16 code units
   */
  public record Match(int key, int start) {}

  /** All places, in order. */
  public List<Match> in(List<Item> items) {
    List<Match> matches = new ArrayList<>();
    for (Item item : items) {
      for (int start : starts(item.cell().content().source())) {
        matches.add(new Match(item.key(), start));
      }
    }
    return matches;
  }

  private List<Integer> starts(String source) {
    List<Integer> starts = new ArrayList<>();
    int at = text.isEmpty() ? -1 : find(source, 0);
    while (at >= 0) {
      starts.add(at);
      at = find(source, at + text.length());
    }
    return starts;
  }

  /** Compares in place: a text in small letters may be longer than the text. */
  private int find(String source, int from) {
    for (int at = from; at + text.length() <= source.length(); at++) {
      if (source.regionMatches(!matchCase, at, text, 0, text.length())) {
        return at;
      }
    }
    return -1;
  }

  /** A source with something else wherever it stands. */
  public String replaced(String source, String other) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int start : starts(source)) {
      out.append(source, from, start).append(other);
      from = start + text.length();
    }
    return out.append(source.substring(from)).toString();
  }

  /** A source with something else at one place, unless it does not stand there any more. */
  public String replacedAt(String source, int start, String other) {
    boolean isThere = source.regionMatches(!matchCase, start, text, 0, text.length());
    return isThere
        ? source.substring(0, start) + other + source.substring(start + text.length())
        : source;
  }
}
