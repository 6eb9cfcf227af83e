package vivarium.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vivarium.model.document.FrontMatter.Format;

/**
 * What others need to know of a document.
 *
 * @param pages where it stands in the site in each of its formats, the first one first; not empty
 * @param anchors the places in it that a link can lead to
 */
record Neighbour(Map<Format, String> pages, Set<String> anchors) {
  Neighbour {
    pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
    anchors = Set.copyOf(anchors);
  }

  /** Its page in {@code format}, else its first page. */
  String page(Format format) {
    return pages.getOrDefault(format, pages.values().iterator().next());
  }
}
