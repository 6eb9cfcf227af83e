package vivarium.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a page in the user's browser. */
@FunctionalInterface
interface Browser {
  /** Opens {@code address} and tells whether that was possible. */
  boolean open(URI address);

  /**
   * The browser of this desktop.
   *
   * @param system the value of the Java property {@code os.name}
   */
  static Browser ofDesktop(Map<String, String> environment, String system) {
    return address ->
        command(environment, system, address).map(Browser::started).orElse(Boolean.FALSE);
  }

  /** The command that opens {@code address}; empty when nobody would see it. */
  static Optional<List<String>> command(
      Map<String, String> environment, String system, URI address) {
    String url = address.toString();
    if (!environment.getOrDefault("CI", "").isEmpty()) {
      return Optional.empty();
    }
    if (system.startsWith("Windows")) {
      return Optional.of(List.of("cmd", "/c", "start", "", url));
    }
    if (system.startsWith("Mac")) {
      return Optional.of(List.of("open", url));
    }
    boolean display =
        !environment.getOrDefault("DISPLAY", "").isEmpty()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    return display ? Optional.of(List.of("xdg-open", url)) : Optional.empty();
  }

  private static boolean started(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      // No such command; the address is on the terminal, to be opened by hand.
      return false;
    }
  }
}
