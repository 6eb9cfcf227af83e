package vivarium.site.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the keys of the YAML at the top of a document stand. */
public final class FrontMatterLines {
  private final Map<String, Integer> lines = new HashMap<>();

  /** Finds the keys at the top level of the front matter of {@code text}. */
  public FrontMatterLines(String text) {
    List<String> all = text.lines().toList();
    if (all.isEmpty() || !all.get(0).stripTrailing().matches("\\uFEFF?---")) {
      return;
    }
    for (int i = 1; i < all.size(); i++) {
      String line = all.get(i).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        lines.putIfAbsent(line.substring(0, colon), i + 1);
      }
    }
  }

  /** The line of {@code key}, 1-based; 0 when it is not found. */
  public int of(String key) {
    return lines.getOrDefault(key, 0);
  }
}
