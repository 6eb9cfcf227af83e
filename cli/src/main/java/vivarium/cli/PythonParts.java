package vivarium.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import vivarium.engine.python.PythonFiles;
import vivarium.engine.python.PythonRelease;
import vivarium.site.write.Sha256;

/** Python's files, which travel inside the program and are needed on a disk. */
final class PythonParts {
  private static final String ASSETS = "vivarium/assets/";

  private PythonParts() {}

  /**
   * Unpacks what no earlier call has unpacked. A file gets its name when it is complete, and the
   * folder's name is a hash of all of them, so that two releases, or two calls at once, never mix.
   *
   * @param release which Pyodide
   * @param cache a folder for it; made when it is missing
   * @throws IOException when it cannot be written
   * @throws IllegalStateException when the program was packed wrongly
   */
  static PythonFiles in(Path cache, PythonRelease release) throws IOException {
    String group = release.folder();
    List<String> lines = lines(group);
    String hash = Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    Path folder = cache.resolve("python-" + hash.substring(0, 12));
    List<String> files = new ArrayList<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      String file = line.substring(space + 1);
      unpack(file, line.substring(0, space), folder.resolve(file));
      files.add(file);
    }
    return new PythonFiles(
        release,
        folder.resolve(group),
        folder.resolve(files.stream().filter(PythonParts::isWheel).findFirst().orElseThrow()));
  }

  /** The lines {@code SHA-256 group/path} of the index of assets that are about Python. */
  private static List<String> lines(String group) throws IOException {
    try (InputStream in = open("index.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" " + group + "/") || isWheel(line))
          .filter(line -> !line.endsWith(".br") && !line.endsWith(".gz"))
          .toList();
    }
  }

  private static boolean isWheel(String line) {
    return line.endsWith(".whl");
  }

  /** Unpacks a file, unless it is there and not damaged. */
  private static void unpack(String file, String hash, Path target) throws IOException {
    if (Files.exists(target) && Sha256.of(Files.readAllBytes(target)).equals(hash)) {
      return;
    }
    Path folder = Files.createDirectories(target.resolveSibling(""));
    Path partial = Files.createTempFile(folder, "unpacking", ".tmp");
    try (InputStream in = open(file)) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static InputStream open(String file) {
    InputStream in = PythonParts.class.getClassLoader().getResourceAsStream(ASSETS + file);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + ASSETS + file);
    }
    return in;
  }
}
