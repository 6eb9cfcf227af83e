package vivarium.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All that the commands know of the world they run in.
 *
 * @param out for results
 * @param err for problems and progress
 * @param terminal whether a person watches {@code err}
 * @param environment the environment variables
 * @param folder what relative paths are relative to
 * @param temporary a folder for reports
 * @param clock the time, in the user's zone
 * @param workshop builds sites
 * @param browser opens pages
 * @param atExit takes what is to be done when the program is interrupted
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment,
    Path folder,
    Path temporary,
    Clock clock,
    Workshop workshop,
    Browser browser,
    Consumer<Runnable> atExit) {

  /** Whether to write in colour; see <a href="https://no-color.org">no-color.org</a>. */
  boolean colour() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
