package vivarium.site;

import java.util.Optional;
import java.util.SortedSet;
import vivarium.model.diagnostic.Nearest;
import vivarium.site.source.SourceFolder;

/** What a document can find around it. Paths are relative to the root of the source or the site. */
interface Neighbours {
  /** The document whose source is at {@code path}. */
  Optional<Neighbour> document(String path);

  /** The document of which {@code path} is a page in the site. */
  Optional<Neighbour> page(String path);

  /** What stands at {@code path} in the source folder. */
  SourceFolder.Kind look(String path);

  /** The names in a folder of the source. */
  SortedSet<String> names(String folder);

  /** The path of the file in the same folder whose name is closest to that of a missing one. */
  default Optional<String> nearest(String path) {
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, Math.max(slash, 0));
    return Nearest.to(path.substring(slash + 1), names(folder))
        .map(name -> path.substring(0, slash + 1) + name);
  }
}
