package vivarium.site;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.write.Content;
import vivarium.site.write.FolderWriter;

/** Puts a site into a folder. */
public final class SiteWriter {
  private SiteWriter() {}

  /**
   * Makes {@code folder} hold {@code site}: writes what has changed, and removes what an earlier
   * write put there and the site no longer has. Files that come from elsewhere are never touched; a
   * folder that holds such files and no site is refused. When writing fails, the old site stays as
   * it was; when the program is killed, the next write puts the folder in order.
   *
   * @return what went wrong; an empty list when the site is written
   */
  public static List<Diagnostic> write(Site site, Path folder) {
    SortedMap<String, Content> files = new TreeMap<>();
    site.files().forEach((path, file) -> files.put(path.path(), file::bytes));
    return new FolderWriter().write(files, folder.toAbsolutePath().normalize());
  }
}
