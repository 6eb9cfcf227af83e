package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vivarium.cli.Workshop.Running;
import vivarium.server.DevServer;
import vivarium.server.SourceWatcher;
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
  private final Surroundings surroundings;

  @Mixin private SourceArgument source = new SourceArgument();

  @Mixin private PortOption port = new PortOption();

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
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    Interruption interruption = Interruption.of(surroundings);
    try (SourceWatcher watcher =
            Rebuilds.watch(from, source.toString(), Set.of(surroundings.folder().resolve("site")));
        DevServer server = port.bind(wanted -> DevServer.start(wanted, surroundings.clock()));
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
    Rebuilds rebuilds = new Rebuilds(surroundings, source.shownPaths(surroundings), quiet);
    bench.buildBeforeSlowCellsEnd(waiting(watcher, rebuilds));
    rebuilds.build(from, server, bench, progress);
    if (!noOpen) {
      surroundings.browser().open(server.address());
    }
    while (watcher.awaitChange()) {
      rebuilds.build(from, server, bench, progress);
    }
  }

  /** Cells that take long keep nobody from seeing the page: it is built again when they end. */
  private PatientExecution.Listener waiting(SourceWatcher watcher, Rebuilds rebuilds) {
    return new PatientExecution.Listener() {
      @Override
      public void late(String path) {
        if (!quiet) {
          surroundings
              .out()
              .println(
                  rebuilds.time()
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
}
