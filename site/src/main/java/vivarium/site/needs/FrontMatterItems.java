package vivarium.site.needs;

import java.util.List;
import vivarium.model.diagnostic.Location;

/** Where the items of {@code packages:} stand in a document. */
final class FrontMatterItems {
  private final String path;
  private final List<String> lines;
  private int line;
  private int from;

  FrontMatterItems(String path, List<String> lines) {
    this.path = path;
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith("packages:")) {
        line = i;
        return;
      }
    }
    line = lines.size();
  }

  /** The place of the item that follows the one asked for last; the whole file, if it hides. */
  Location next(String item) {
    int column = from;
    for (int i = line; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(item, column);
      if (at >= 0) {
        line = i;
        from = at + item.length();
        return new Location(path, i + 1, lines.get(i).codePointCount(0, at) + 1);
      }
      column = 0;
    }
    return Location.file(path);
  }
}
