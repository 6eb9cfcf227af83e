package vivarium.site.source;

import java.util.List;
import vivarium.model.diagnostic.Location;

/** Where the items of a list stand in a document's front matter. */
public final class ListedPlaces {
  private final String document;
  private final List<String> lines;
  private final String key;
  private final int begin;
  private int line;
  private int from;

  /**
   * @param text the document's source
   * @param name the key of the list: {@code files}
   */
  public ListedPlaces(String document, String text, String name) {
    this.document = document;
    this.lines = text.lines().toList();
    this.key = name + ":";
    this.begin = begin(lines, key);
    this.line = begin;
    this.from = key.length();
  }

  /** The line of the key, 0-based; -1 when it is not found, as in a notebook. */
  private static int begin(List<String> lines, String key) {
    if (lines.isEmpty() || !lines.get(0).stripTrailing().matches("\\uFEFF?---")) {
      return -1;
    }
    for (int i = 1; i < lines.size() && !isEnd(lines.get(i)); i++) {
      if (lines.get(i).startsWith(key)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEnd(String line) {
    return line.stripTrailing().equals("---") || line.stripTrailing().equals("...");
  }

  /**
   * The place of the item that follows the one asked for last; that of the list when the item is
   * written in another way there.
   */
  public Location next(String item) {
    if (begin < 0) {
      return Location.file(document);
    }
    int column = from;
    for (int i = line; i < lines.size() && (i == begin || !isEnd(lines.get(i))); i++) {
      String text = lines.get(i);
      int at = text.indexOf(item, column);
      while (at >= 0) {
        if (isWhole(text, at, at + item.length())) {
          line = i;
          from = at + item.length();
          return new Location(document, i + 1, text.codePointCount(0, at) + 1);
        }
        at = text.indexOf(item, at + 1);
      }
      column = 0;
    }
    return new Location(document, begin + 1, 0);
  }

  private static boolean isWhole(String line, int from, int to) {
    String around = " ,[]\"'";
    return (from == 0 || around.indexOf(line.charAt(from - 1)) >= 0)
        && (to == line.length() || around.indexOf(line.charAt(to)) >= 0);
  }
}
