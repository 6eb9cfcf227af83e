package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vivarium.cli.Workshop.Running;
import vivarium.server.DevServer;
import vivarium.server.SourceWatcher;
import vivarium.site.Build;
import vivarium.site.PatientExecution;

/** {@code vivarium serve}: shows a site while it is being written. */
@Command(
    name = "serve",
    description = "Shows a site in the browser and reloads it whenever you save.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = {"  vivarium serve course", "  vivarium serve slides.md --port 9000 --no-open"})
final class ServeCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final int LAST_PORT = 65_535;

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private SourceArgument source = new SourceArgument();

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "8000",
      description =
          "The port (default: ${DEFAULT-VALUE}); when it is taken, the next free one. 0: any.")
  private int port;

  @Option(names = "--no-open", description = "Does not open the browser.")
  private boolean noOpen;

  @Option(
      names = "--no-run",
      description = "Runs no cell: the site is built with the outputs that its sources record.")
  private boolean noRun;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints the address and problems only.")
  private boolean quiet;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path from = source.resolve(surroundings);
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          command.commandLine(),
          "A port is a number from 0 to " + LAST_PORT + ", not " + port + ".");
    }
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    Interruption interruption = Interruption.of(surroundings);
    try (SourceWatcher watcher = watch(from);
        DevServer server = start();
        Workshop.Bench bench =
            surroundings
                .workshop()
                .open(progress, noRun ? Running.NO : Running.WITH_COMMON_IMAGE)) {
      serve(from, watcher, server, bench, progress);
    } catch (InterruptedException e) {
      // This is how the server is told to stop.
      return ExitCode.FINE;
    } catch (IOException e) {
      throw new IllegalStateException("the watcher did not close", e);
    } finally {
      interruption.over();
    }
    return ExitCode.FINE;
  }

  private void serve(
      Path from,
      SourceWatcher watcher,
      DevServer server,
      Workshop.Bench bench,
      ProgressLine progress)
      throws InterruptedException {
    surroundings.out().println("Serving " + source + " at " + server.address() + " (Ctrl-C stops)");
    if (!watcher.isComplete()) {
      surroundings.err().println("Some folders are not watched: there are too many of them.");
    }
    bench.buildBeforeSlowCellsEnd(waiting(watcher));
    rebuild(from, server, bench, progress);
    if (!noOpen) {
      surroundings.browser().open(server.address());
    }
    while (watcher.awaitChange()) {
      rebuild(from, server, bench, progress);
    }
  }

  /** Cells that take long keep nobody from seeing the page: it is built again when they end. */
  private PatientExecution.Listener waiting(SourceWatcher watcher) {
    return new PatientExecution.Listener() {
      @Override
      public void late(String path) {
        if (!quiet) {
          surroundings
              .out()
              .println(
                  time()
                      + source.shownPaths(surroundings).of(path)
                      + ": cells still run; their outputs will follow.");
        }
      }

      @Override
      public void ready() {
        watcher.wake();
      }
    };
  }

  /** One build; a mistake of ours must not cost the author the server. */
  private void rebuild(Path from, DevServer server, Workshop.Bench bench, ProgressLine progress)
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
    new DiagnosticPrinter(surroundings)
        .print(source.shownPaths(surroundings).of(build.diagnostics()));
  }

  private String time() {
    Instant now = surroundings.clock().instant();
    return TIME.format(LocalTime.ofInstant(now, surroundings.clock().getZone())) + "  ";
  }

  private SourceWatcher watch(Path from) {
    try {
      return SourceWatcher.watch(from, Set.of(surroundings.folder().resolve("site")));
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-watch",
          source.toString(),
          "The system does not watch files: " + e.getMessage() + ".",
          "Use build instead of serve, or close programs that watch many files.",
          e);
    }
  }

  private DevServer start() {
    try {
      return DevServer.start(port, surroundings.clock());
    } catch (IOException e) {
      throw new EnvironmentException(
          "no-free-port",
          "127.0.0.1",
          "No port can be opened: " + e.getMessage() + ".",
          "Name another one with --port, or look whether a firewall forbids it.",
          e);
    }
  }
}
