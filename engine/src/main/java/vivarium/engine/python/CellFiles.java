package vivarium.engine.python;

import java.util.List;

/**
 * The files that cells find.
 *
 * @param folder the folder in which cells begin, below Python's home folder; empty for that itself
 */
public record CellFiles(String folder, List<CellFile> files) {
  /** No files. */
  public static final CellFiles NONE = new CellFiles("", List.of());

  public CellFiles {
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }
}
