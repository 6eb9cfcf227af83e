package vivarium.check.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in which a browser keeps what it would otherwise keep in its user's home. */
record Profile(Path folder) {
  /** How often deleting is tried: a killed browser's last files may appear meanwhile. */
  private static final int TRIES = 5;

  static Profile in(Path temporary) throws IOException {
    return new Profile(Files.createTempDirectory(temporary, "vivarium-browser-"));
  }

  /** Whether this program runs as root, to whom its new folders belong. */
  boolean isRoots() throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(folder, "unix:uid").equals(0);
  }

  /** Deletes the folder. What a system still holds on to is left to its own cleaning. */
  void delete() {
    for (int i = 0; i < TRIES && Files.exists(folder); i++) {
      try (Stream<Path> tree = Files.walk(folder)) {
        List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | UncheckedIOException e) {
        // Something went or came while we looked: look again.
        Thread.onSpinWait();
      }
    }
  }
}
