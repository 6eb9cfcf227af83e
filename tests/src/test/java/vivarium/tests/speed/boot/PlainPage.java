package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page written by hand, with files from npm packages beside it.
 *
 * @param source a resource, in HTML
 * @param files by their names beside the page: files and folders below {@code node_modules}
 */
record PlainPage(String id, String title, String reference, String source, Map<String, Path> files)
    implements Subject {
  private static final Path MODULES = Path.of("node_modules");

  PlainPage {
    files = Map.copyOf(files);
  }

  @Override
  public boolean isVivarium() {
    return false;
  }

  @Override
  public String button() {
    return "#run:enabled";
  }

  @Override
  public Optional<String> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("index.html"), Resource.text(source));
    for (Map.Entry<String, Path> file : files.entrySet()) {
      copy(MODULES.resolve(file.getValue()), folder.resolve(file.getKey()));
    }
    return Optional.empty();
  }

  /** Copies a file, or a folder with all that is in it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }
}
