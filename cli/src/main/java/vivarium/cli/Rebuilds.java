package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import vivarium.server.DevServer;
import vivarium.server.SourceWatcher;
import vivarium.site.Build;

/** The builds of a site that is shown while its sources change. */
final class Rebuilds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Surroundings surroundings;
  private final ShownPaths shown;
  private final boolean quiet;

  /**
   * @param shown what the user calls the sources
   * @param quiet whether problems alone are told
   */
  Rebuilds(Surroundings surroundings, ShownPaths shown, boolean quiet) {
    this.surroundings = surroundings;
    this.shown = shown;
    this.quiet = quiet;
  }

  /**
   * Watches the sources of a site.
   *
   * @param name what the user calls them
   * @param others folders in them that are none
   */
  static SourceWatcher watch(Path from, String name, Set<Path> others) {
    try {
      return SourceWatcher.watch(from, others);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-watch",
          name,
          "The system does not watch files: " + e.getMessage() + ".",
          "Use build instead of serve, or close programs that watch many files.",
          e);
    }
  }

  /** One build; a mistake of ours must not cost the author the server. */
  void build(Path from, DevServer server, Workshop.Bench bench, ProgressLine progress)
      throws InterruptedException {
    Instant start = surroundings.clock().instant();
    Build build;
    try {
      build = bench.build(from);
    } catch (CancellationException e) {
      throw stopped(e);
    } catch (EnvironmentException e) {
      progress.clear();
      surroundings.err().println(e.diagnostic());
      return;
    } catch (RuntimeException e) {
      progress.clear();
      BugReport.file(e, surroundings);
      return;
    }
    server.show(build);
    progress.clear();
    report(build, progress.documents(), start);
  }

  private static InterruptedException stopped(CancellationException reason) {
    Thread.interrupted();
    InterruptedException stopped = new InterruptedException("the server was told to stop");
    stopped.initCause(reason);
    return stopped;
  }

  private void report(Build build, int documents, Instant start) {
    if (build.site().isEmpty()) {
      surroundings.err().println(time() + "The site could not be built.");
    } else if (!quiet) {
      String built =
          BuildCommand.built(documents, Duration.between(start, surroundings.clock().instant()));
      surroundings.out().println(time() + built + ".");
    }
    new DiagnosticPrinter(surroundings).print(shown.of(build.diagnostics()));
  }

  /** The time of day, before what is said of a build. */
  String time() {
    Instant now = surroundings.clock().instant();
    return TIME.format(LocalTime.ofInstant(now, surroundings.clock().getZone())) + "  ";
  }
}
