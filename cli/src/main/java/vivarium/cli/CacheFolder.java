package vivarium.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where the system wants programs to keep what they can make again. */
final class CacheFolder {
  private CacheFolder() {}

  /**
   * The folder for Vivarium. On Linux as in the <a
   * href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory
   * specification</a>, which says to ignore a relative path.
   *
   * @param system the value of the Java property {@code os.name}
   * @param home the user's home folder
   */
  static Path of(Map<String, String> environment, String system, Path home) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "vivarium");
    }
    if (system.startsWith("Windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isEmpty()
          ? home.resolve("AppData").resolve("Local").resolve("Vivarium")
          : Path.of(local, "Vivarium");
    }
    return system.startsWith("Mac")
        ? home.resolve("Library").resolve("Caches").resolve("vivarium")
        : home.resolve(".cache").resolve("vivarium");
  }
}
