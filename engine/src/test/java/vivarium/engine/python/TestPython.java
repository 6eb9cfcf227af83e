package vivarium.engine.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The Python of this checkout. */
final class TestPython {
  private TestPython() {}

  static SealedPython start(Path cache, int parallel) throws IOException {
    try (Stream<Path> wheels = Files.list(Path.of("../python/target/classes/vivarium/python"))) {
      Path wheel =
          wheels.filter(path -> path.toString().endsWith(".whl")).findFirst().orElseThrow();
      PythonFiles files =
          new PythonFiles(PythonRelease.NEWEST, Path.of("../node_modules/pyodide"), wheel);
      return SealedPython.start(files, cache, parallel);
    }
  }
}
