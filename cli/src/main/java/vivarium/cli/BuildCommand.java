package vivarium.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vivarium.cli.Workshop.Running;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.DiagnosticJson;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.Build;
import vivarium.site.SitePath;
import vivarium.site.SiteWriter;

/** {@code vivarium build}: makes the folder that goes on a web server or a USB stick. */
@Command(
    name = "build",
    description = "Builds a site: a folder of files for any web server.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = "  vivarium build course -o site")
final class BuildCommand implements Callable<Integer> {
  private static final SitePath INDEX = new SitePath("index.html");

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private SourceArgument source = new SourceArgument();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "site",
      description = "The folder to write (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("site");

  @Option(
      names = "--no-run",
      description = "Runs no cell: the site is built with the outputs that its sources record.")
  private boolean noRun;

  @Option(
      names = "--no-images",
      description =
          "Makes no memory images of Python: the site is smaller, and starts more slowly.")
  private boolean noImages;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  @Option(
      names = "--json",
      description = "Prints the result to standard output as one JSON object.")
  private boolean json;

  BuildCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Instant start = surroundings.clock().instant();
    Path from = source.resolve(surroundings);
    Path to = surroundings.folder().resolve(output).normalize();
    if (from.startsWith(to)) {
      throw new ParameterException(
          command.commandLine(),
          "The output would replace the source; name another folder with -o.");
    }
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    try (Workshop.Bench bench = surroundings.workshop().open(progress, running())) {
      Build build = bench.build(from);
      List<Diagnostic> unwritten =
          build.site().map(site -> SiteWriter.write(site, to)).orElse(List.of());
      progress.clear();
      List<Diagnostic> all =
          new ArrayList<>(source.shownPaths(surroundings).of(build.diagnostics()));
      all.addAll(unwritten);
      boolean written = build.site().isPresent() && unwritten.isEmpty();
      new DiagnosticPrinter(surroundings).print(all);
      if (json) {
        printJson(all, written, progress.documents());
      } else if (written && !quiet) {
        printResult(build, progress.documents(), start);
      }
      return written
          ? ExitCode.FINE
          : unwritten.isEmpty() ? ExitCode.DOCUMENTS : ExitCode.ENVIRONMENT;
    } catch (EnvironmentException e) {
      if (json) {
        printJson(List.of(e.diagnostic()), false, 0);
      }
      throw e;
    }
  }

  private Running running() {
    if (noRun) {
      return Running.NO;
    }
    return noImages ? Running.WITHOUT_IMAGES : Running.WITH_IMAGES;
  }

  private void printResult(Build build, int documents, Instant start) {
    boolean index = build.site().stream().anyMatch(site -> site.files().containsKey(INDEX));
    Duration time = Duration.between(start, surroundings.clock().instant());
    surroundings
        .out()
        .println(built(documents, time) + ": " + (index ? output.resolve("index.html") : output));
  }

  private void printJson(List<Diagnostic> diagnostics, boolean written, int documents) {
    surroundings
        .out()
        .println(
            JsonObject.empty()
                .with("diagnostics", DiagnosticJson.of(diagnostics))
                .with("site", written ? Json.of(output.toString()) : new Json.Null())
                .with("documents", documents)
                .build()
                .text());
  }

  /** {@code Built 3 documents in 1.2 s}, or {@code in 0.12 s}. */
  static String built(int documents, Duration time) {
    return "Built " + DiagnosticPrinter.counted(documents, "document") + " in " + seconds(time);
  }

  /** {@code 1.2 s}, or {@code 0.12 s}. */
  static String seconds(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    return String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.1f s", seconds);
  }
}
