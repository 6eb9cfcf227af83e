package vivarium.check.browser;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for a browser that speaks the DevTools protocol: Chromium, Chrome or Edge. */
public final class InstalledBrowser {
  /** The environment variable that names the program to use. */
  public static final String VARIABLE = "VIVARIUM_CHROMIUM";

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "microsoft-edge",
          "microsoft-edge-stable");

  private static final List<String> ON_MAC =
      List.of(
          "Google Chrome.app/Contents/MacOS/Google Chrome",
          "Chromium.app/Contents/MacOS/Chromium",
          "Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

  private static final List<String> ON_WINDOWS =
      List.of(
          "Google/Chrome/Application/chrome.exe",
          "Chromium/Application/chrome.exe",
          "Microsoft/Edge/Application/msedge.exe");

  private InstalledBrowser() {}

  /**
   * The program to start: the one that {@link #VARIABLE} names and no other, else one in {@code
   * PATH}, else one in the system's usual places.
   *
   * @param environment the environment variables
   * @param system the value of the Java property {@code os.name}
   * @param isProgram whether a file can be started
   */
  public static Optional<Path> find(
      Map<String, String> environment, String system, Predicate<Path> isProgram) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    if (!chosen.isEmpty() && (chosen.contains("/") || chosen.contains(File.separator))) {
      return path(chosen).filter(isProgram);
    }
    List<Path> candidates = new ArrayList<>();
    for (String name : chosen.isEmpty() ? NAMES : List.of(chosen)) {
      for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        path(folder).ifPresent(found -> candidates.add(found.resolve(name)));
      }
    }
    if (chosen.isEmpty()) {
      candidates.addAll(usual(environment, system));
    }
    return candidates.stream().filter(Path::isAbsolute).filter(isProgram).findFirst();
  }

  private static List<Path> usual(Map<String, String> environment, String system) {
    List<Path> places = new ArrayList<>();
    if (system.startsWith("Mac")) {
      ON_MAC.forEach(app -> places.add(Path.of("/Applications", app)));
      path(environment.getOrDefault("HOME", ""))
          .ifPresent(
              home -> ON_MAC.forEach(app -> places.add(home.resolve("Applications/" + app))));
    } else if (system.startsWith("Windows")) {
      for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")) {
        path(environment.getOrDefault(variable, ""))
            .ifPresent(folder -> ON_WINDOWS.forEach(exe -> places.add(folder.resolve(exe))));
      }
    }
    return places;
  }

  /** Variables hold what users wrote, which need not be a path. */
  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
