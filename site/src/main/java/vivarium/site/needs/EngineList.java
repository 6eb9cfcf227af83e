package vivarium.site.needs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.json.Json;

/**
 * The engine that is a part of the program, and the list of its own packages.
 *
 * @param release of Pyodide: {@code 314.0.7}
 * @param lock its {@code pyodide-lock.json}
 */
public record EngineList(String release, Json lock) {
  private static final String FOLDER = "vivarium/assets/pyodide/";

  /** Where Pyodide's script says which release it is. */
  private static final Pattern RELEASE = Pattern.compile("=\"([0-9]+(?:\\.[0-9]+)+[a-z0-9.]*)\"");

  /**
   * The list of the engine on a class path; empty when there is no engine.
   *
   * @throws IllegalStateException when the program was packed wrongly
   */
  public static Optional<EngineList> on(ClassLoader loader) {
    Optional<String> lock = read(loader, "pyodide-lock.json");
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    Matcher release = RELEASE.matcher(read(loader, "pyodide.mjs").orElse(""));
    if (!release.find()) {
      throw new IllegalStateException("Pyodide does not say which release it is");
    }
    return Optional.of(new EngineList(release.group(1), Json.parse(lock.get())));
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
