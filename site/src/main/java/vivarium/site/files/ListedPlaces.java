package vivarium.site.files;

import java.util.List;
import vivarium.model.diagnostic.Location;

/** Where a document's front matter names files. */
final class ListedPlaces {
  private static final String KEY = "files:";

  private final String document;
  private final List<String> lines;
  private final int key;

  ListedPlaces(String document, String text) {
    this.document = document;
    this.lines = text.lines().toList();
    this.key = key(lines);
  }

  /** The line of the key, 0-based; -1 when it is not found, as in a notebook. */
  private static int key(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).stripTrailing().matches("\\uFEFF?---")) {
      return -1;
    }
    for (int i = 1; i < lines.size() && !isEnd(lines.get(i)); i++) {
      if (lines.get(i).startsWith(KEY)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEnd(String line) {
    return line.stripTrailing().equals("---") || line.stripTrailing().equals("...");
  }

  /** The place of a file's name, or of the list when it is written in another way there. */
  Location of(String listed) {
    if (key < 0) {
      return Location.file(document);
    }
    for (int i = key; i < lines.size() && (i == key || !isEnd(lines.get(i))); i++) {
      String line = lines.get(i);
      int at = line.indexOf(listed, i == key ? KEY.length() : 0);
      while (at >= 0) {
        if (isWhole(line, at, at + listed.length())) {
          return new Location(document, i + 1, line.codePointCount(0, at) + 1);
        }
        at = line.indexOf(listed, at + 1);
      }
    }
    return new Location(document, key + 1, 1);
  }

  private static boolean isWhole(String line, int from, int to) {
    String around = " ,[]\"'";
    return (from == 0 || around.indexOf(line.charAt(from - 1)) >= 0)
        && (to == line.length() || around.indexOf(line.charAt(to)) >= 0);
  }
}
