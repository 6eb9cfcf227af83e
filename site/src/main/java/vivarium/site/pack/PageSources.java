package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;
import vivarium.model.diagnostic.Location;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.html.HtmlText;
import vivarium.site.source.SourceFolder;

/** Where the files of a page of HTML are: in its site, or else in the folder that it comes from. */
final class PageSources {
  /** Where the page stands in its site. */
  static final String PAGE = "index.html";

  private final HtmlText written;
  private final SortedMap<SitePath, SiteFile> site;
  private final SourceFolder folder;

  /**
   * @param written the page as its author wrote it
   */
  PageSources(HtmlText written, SortedMap<SitePath, SiteFile> site, SourceFolder folder) {
    this.written = written;
    this.site = site;
    this.folder = folder;
  }

  /**
   * The content of a file; empty when there is none.
   *
   * @throws IOException when it cannot be read any more
   */
  Optional<byte[]> bytes(String path) throws IOException {
    if (!SitePath.isValid(path)) {
      return Optional.empty();
    }
    SiteFile file = site.get(new SitePath(path));
    if (file != null) {
      return Optional.of(file.bytes());
    }
    return folder.look(path) == SourceFolder.Kind.FILE
        ? Optional.of(Files.readAllBytes(folder.onDisk(path)))
        : Optional.empty();
  }

  /** Where a text first stands in a file. */
  Location place(String path, String text) throws IOException {
    if (path.equals(PAGE)) {
      return written.at(Math.max(0, written.text().indexOf(text)));
    }
    String content = new String(bytes(path).orElse(new byte[0]), StandardCharsets.UTF_8);
    return new HtmlText(path, content).at(Math.max(0, content.indexOf(text)));
  }
}
