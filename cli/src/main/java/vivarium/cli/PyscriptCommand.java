package vivarium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vivarium.cli.Workshop.Running;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.Build;
import vivarium.site.Site;
import vivarium.site.SiteWriter;

/** {@code vivarium pyscript}: what PyScript pages load, for pages that nothing builds. */
@Command(
    name = "pyscript",
    description = {
      "Writes a folder with all that pages written for PyScript load, with Python itself.",
      "A page uses it by one address: <script type=\"module\" src=\"pyscript/core.js\">."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = "  vivarium pyscript -o www/pyscript")
final class PyscriptCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "pyscript",
      description = "The folder to write (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("pyscript");

  @Option(
      names = "--no-images",
      description =
          "Leaves out the memory image of Python: the folder is smaller, and Python starts more"
              + " slowly.")
  private boolean noImages;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  PyscriptCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path to = surroundings.folder().resolve(output).normalize();
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    Running running = noImages ? Running.WITHOUT_IMAGES : Running.WITH_IMAGES;
    try (Workshop.Bench bench = surroundings.workshop().open(progress, running)) {
      Build build = built(bench);
      Optional<Site> folder =
          build.site().map(site -> PyscriptFolder.of(site, "Vivarium " + Version.current()));
      List<Diagnostic> problems = new ArrayList<>(build.diagnostics());
      List<Diagnostic> unwritten = folder.map(site -> SiteWriter.write(site, to)).orElse(List.of());
      problems.addAll(unwritten);
      progress.clear();
      new DiagnosticPrinter(surroundings).print(problems);
      if (folder.isEmpty()) {
        return ExitCode.DOCUMENTS;
      }
      if (!unwritten.isEmpty()) {
        return ExitCode.ENVIRONMENT;
      }
      if (!quiet) {
        surroundings.out().println("Wrote " + output + ": core.js and what it loads.");
        surroundings
            .out()
            .println(
                "Next: put it on a web server, and open "
                    + output.resolve(PyscriptFolder.EXAMPLE)
                    + " there.");
      }
      return ExitCode.FINE;
    } finally {
      progress.clear();
    }
  }

  /** A site of the example alone has all that the folder is made of. */
  private Build built(Workshop.Bench bench) {
    try {
      Files.createDirectories(surroundings.temporary());
      Path folder = Files.createTempDirectory(surroundings.temporary(), "vivarium-pyscript");
      Path page = folder.resolve(PyscriptFolder.EXAMPLE);
      try {
        Files.writeString(page, PyscriptFolder.example());
        return bench.build(page);
      } finally {
        Files.deleteIfExists(page);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-write",
          surroundings.temporary().toString(),
          "The folder for temporary files cannot be used: " + e + ".",
          "Free some space there, or name another one in TMPDIR.",
          e);
    }
  }
}
