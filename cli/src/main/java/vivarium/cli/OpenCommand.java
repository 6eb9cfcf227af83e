package vivarium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vivarium.cli.Workshop.Running;
import vivarium.server.DevServer;
import vivarium.server.SourceWatcher;

/** {@code vivarium open}: a notebook of this machine in the browser, which saves it. */
@Command(
    name = "open",
    description = "Opens a notebook in the browser, and saves there what you change.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = "  vivarium open lesson.ipynb")
final class OpenCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "NOTEBOOK", description = "A notebook (.ipynb).")
  private Path source = Path.of("");

  @Mixin private PortOption port = new PortOption();

  @Option(names = "--no-open", description = "Does not open the browser, and prints the address.")
  private boolean noOpen;

  @Option(
      names = "--untrusted",
      description = "Runs its code in a sandbox, without a network: a notebook of somebody else.")
  private boolean untrusted;

  OpenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = notebook();
    Interruption interruption = Interruption.of(surroundings);
    ProgressLine progress = new ProgressLine(surroundings, false);
    try (SourceWatcher watcher = Rebuilds.watch(file, source.toString(), Set.of());
        DevServer server = port.bind(wanted -> serve(wanted, file));
        Workshop.Bench bench = surroundings.workshop().open(progress, running())) {
      ShownPaths shown = ShownPaths.of(file, surroundings.folder());
      Rebuilds rebuilds = new Rebuilds(surroundings, shown, true);
      surroundings
          .out()
          .println(source + " is at " + server.address() + " and saved there (Ctrl-C stops)");
      rebuilds.build(file, server, bench, progress);
      if (!noOpen) {
        surroundings.browser().open(server.address());
      }
      while (watcher.awaitChange()) {
        rebuilds.build(file, server, bench, progress);
      }
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

  private Running running() {
    return untrusted ? Running.AS_NOTEBOOK_OF_OTHERS : Running.AS_NOTEBOOK;
  }

  private DevServer serve(int wanted, Path file) throws IOException {
    NotebookFile notebook = new NotebookFile(file, source.toString());
    return DevServer.editing(wanted, surroundings.clock(), notebook);
  }

  private Path notebook() {
    Path resolved = surroundings.folder().resolve(source).normalize();
    if (!Files.isRegularFile(resolved)) {
      throw new ParameterException(command.commandLine(), "There is no file " + source + ".");
    }
    if (!source.toString().toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
      throw new ParameterException(
          command.commandLine(),
          source + " is no notebook. To see it while you write it: vivarium serve " + source);
    }
    return resolved;
  }
}
