package vivarium.cli;

import vivarium.check.browser.InstalledBrowser;
import vivarium.engine.EngineException;

/** What a command cannot do without, and how to get it. */
final class Missing {
  private Missing() {}

  /** Python does not start on this machine. */
  static EnvironmentException python(EngineException reason) {
    return new EnvironmentException(
        "python-not-started",
        "python",
        String.valueOf(reason.getMessage()),
        "Free some memory and disk space, then try again. build and serve do without Python when --no-run is given.",
        reason);
  }

  /** There is no browser to look at slides with. */
  static EnvironmentException browser() {
    return new EnvironmentException(
        "browser-not-found",
        InstalledBrowser.VARIABLE,
        "--slides needs Chromium, Chrome or Edge, and none was found.",
        "Install one, or name the program in the environment variable "
            + InstalledBrowser.VARIABLE
            + ".",
        new IllegalStateException("no browser"));
  }
}
