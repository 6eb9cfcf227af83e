package vivarium.tests.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** NumPy with its extension modules, as a wheel made of the package that npm has. */
public final class Numpy {
  private static final Path ARCHIVE =
      Path.of("../node_modules/@emscripten-forge/numpy/pkg/numpy-2.0.1-py312h4e66579_0.tar.gz");

  private static final Path PACKAGES = Path.of("lib", "python3.12", "site-packages");

  private Numpy() {}

  /** Locks it in a folder, and the Pyodide that it was compiled for. */
  public static LockedFolder in(LockedFolder folder) throws IOException {
    return folder
        .engine("0.27.7", "3.12.7")
        .with("numpy", "2.0.1", "cp312-cp312-pyodide_2024_0_wasm32", files());
  }

  private static Map<String, byte[]> files() throws IOException {
    assertThat(ARCHIVE).as("npm's packages are installed by the build").exists();
    Path unpacked = Files.createTempDirectory("vivarium-numpy");
    try {
      String archive = ARCHIVE.toAbsolutePath().toString();
      ProcessBuilder tar = new ProcessBuilder("tar", "-xzf", archive);
      assertThat(tar.directory(unpacked.toFile()).start().waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Map<String, byte[]> files = new TreeMap<>();
    Path root = unpacked.resolve(PACKAGES);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (!path.contains(".dist-info/")) {
          files.put(path, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
