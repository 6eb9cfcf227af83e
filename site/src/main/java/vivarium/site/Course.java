package vivarium.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import vivarium.model.document.FrontMatter.Format;
import vivarium.site.source.SourceFolder;

/** The documents that are built together. */
final class Course implements Neighbours {
  private static final String INDEX = "index.html";

  private final SourceFolder folder;
  private final Map<String, Neighbour> bySource = new LinkedHashMap<>();
  private final Map<String, Neighbour> byPage = new HashMap<>();
  private final boolean needsIndex;

  /**
   * @param alone whether a single file was asked for, which becomes the index
   */
  Course(SourceFolder folder, List<SourceDocument> documents, boolean alone) {
    this.folder = folder;
    for (SourceDocument document : documents) {
      Map<Format, String> pages =
          alone ? OutputNames.alone(document.plan()) : OutputNames.of(document.plan());
      Neighbour neighbour = new Neighbour(pages, document.anchors());
      bySource.put(document.path(), neighbour);
      pages.values().forEach(page -> byPage.put(page, neighbour));
    }
    needsIndex = !byPage.containsKey(INDEX);
    if (needsIndex) {
      byPage.put(INDEX, new Neighbour(Map.of(Format.PAGE, INDEX), Set.of()));
    }
  }

  /** Whether no document is the index, so that a list of them all has to be made. */
  boolean needsIndex() {
    return needsIndex;
  }

  SourceFolder folder() {
    return folder;
  }

  @Override
  public Optional<Neighbour> document(String path) {
    return Optional.ofNullable(bySource.get(path));
  }

  @Override
  public Optional<Neighbour> page(String path) {
    return Optional.ofNullable(byPage.get(path));
  }

  @Override
  public SourceFolder.Kind look(String path) {
    return folder.look(path);
  }

  @Override
  public SortedSet<String> names(String name) {
    return folder.names(name);
  }
}
