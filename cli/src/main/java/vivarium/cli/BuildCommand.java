package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import vivarium.site.Site;
import vivarium.site.SitePath;
import vivarium.site.SiteWriter;
import vivarium.site.offline.OfflineSite;

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

  private static final double MEGABYTE = 1e6;

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
      names = "--offline-app",
      description =
          "Lets readers keep the whole site in their browser, read and run it without a network,"
              + " and install it as an app.")
  private boolean offlineApp;

  @Mixin private HeadersOption headers = new HeadersOption();

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
    headers.host(); // Rather now than after the build.
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    try (Workshop.Bench bench = surroundings.workshop().open(progress, running())) {
      Build build = bench.build(from);
      Optional<OfflineSite> offline =
          offlineApp ? build.site().map(site -> offline(bench, site)) : Optional.empty();
      Optional<Site> kept = offline.isPresent() ? offline.get().site() : build.site();
      Optional<Build> whole = kept.map(headers::in); // Not kept: hosts give such files to nobody.
      Optional<Site> site = whole.flatMap(Build::site);
      List<Diagnostic> unwritten = site.map(it -> SiteWriter.write(it, to)).orElse(List.of());
      progress.clear();
      List<Diagnostic> found = new ArrayList<>(build.diagnostics());
      offline.ifPresent(it -> found.addAll(it.diagnostics()));
      whole.ifPresent(it -> found.addAll(it.diagnostics()));
      List<Diagnostic> all = new ArrayList<>(source.shownPaths(surroundings).of(found));
      all.addAll(unwritten);
      boolean written = site.isPresent() && unwritten.isEmpty();
      new DiagnosticPrinter(surroundings).print(all);
      if (json) {
        printJson(all, written, progress.documents(), offline);
      } else if (written && !quiet) {
        printResult(build, progress.documents(), start);
        offline.ifPresent(it -> surroundings.out().println(kept(it)));
      }
      return written
          ? ExitCode.FINE
          : unwritten.isEmpty() ? ExitCode.DOCUMENTS : ExitCode.ENVIRONMENT;
    } catch (EnvironmentException e) {
      if (json) {
        printJson(List.of(e.diagnostic()), false, 0, Optional.empty());
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

  private void printJson(
      List<Diagnostic> diagnostics, boolean written, int documents, Optional<OfflineSite> offline) {
    JsonObject result =
        JsonObject.empty()
            .with("diagnostics", DiagnosticJson.of(diagnostics))
            .with("site", written ? Json.of(output.toString()) : new Json.Null())
            .with("documents", documents);
    if (offline.isPresent()) {
      JsonObject kept = JsonObject.empty().with("files", offline.get().files());
      Json bytes = new Json.Num(Long.toString(offline.get().bytes()));
      result = result.with("offline", kept.with("bytes", bytes).build());
    }
    surroundings.out().println(result.build().text());
  }

  private OfflineSite offline(Workshop.Bench bench, Site site) {
    try {
      return bench.offlineApp(site);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-read",
          source.toString(),
          "A file that the site needs cannot be read any more: " + e + ".",
          "Leave the files alone while the site is built.",
          e);
    }
  }

  /** {@code Offline: 214 files, 23.1 MB}. */
  private static String kept(OfflineSite offline) {
    return String.format(
        Locale.ROOT,
        "Offline: %s, %.1f MB",
        DiagnosticPrinter.counted(offline.files(), "file"),
        offline.bytes() / MEGABYTE);
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
