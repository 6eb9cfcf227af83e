package vivarium.site.needs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vivarium.engine.python.PythonRelease;
import vivarium.model.json.Json;

/**
 * The engine that is a part of the program, and the list of its own packages.
 *
 * @param release of Pyodide: {@code 314.0.7}
 * @param lock its {@code pyodide-lock.json}
 */
public record EngineList(String release, Json lock) {
  private static final String FOLDER = "vivarium/assets/";

  /** The list of an engine on a class path; empty when the engine is not there. */
  public static Optional<EngineList> on(ClassLoader loader, PythonRelease release) {
    return read(loader, release.folder() + "/pyodide-lock.json")
        .map(lock -> new EngineList(release.number(), Json.parse(lock)));
  }

  private static Optional<String> read(ClassLoader loader, String file) {
    try (InputStream in = loader.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
