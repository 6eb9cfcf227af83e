package vivarium.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;

/**
 * The documents to check.
 *
 * @param paths relative to {@code folder}, in the order of the site
 * @param alone whether a single file was asked for
 */
record Sources(SourceFolder folder, List<String> paths, boolean alone) {
  /** Looks for documents: those that are built, or the one file that is named, whatever it is. */
  static Sources at(Path source) throws IOException {
    Path absolute = source.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.isDirectory(absolute) || parent == null) {
      SourceFolder folder = new SourceFolder(absolute);
      SourceFiles files = SourceFiles.in(folder);
      return new Sources(folder, files.documents(), false);
    }
    return new Sources(
        new SourceFolder(parent), List.of(String.valueOf(absolute.getFileName())), true);
  }

  /** Whether a site is made of any of them. */
  boolean makeSite() {
    return paths.stream().anyMatch(Sources::isBuilt);
  }

  /** Whether a page of a site is made of a document. */
  static boolean isBuilt(String path) {
    return SourceFiles.isDocument(path);
  }

  /** The content of a document. */
  byte[] read(String path) throws IOException {
    return Files.readAllBytes(folder.onDisk(path));
  }
}
