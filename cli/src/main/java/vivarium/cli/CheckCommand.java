package vivarium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vivarium.check.CheckOptions;
import vivarium.check.Checked;
import vivarium.check.Checker;
import vivarium.check.browser.BrowserException;
import vivarium.check.browser.InstalledBrowser;
import vivarium.check.report.CheckJson;
import vivarium.check.report.JunitXml;
import vivarium.check.slides.BrowserSlideCheck;
import vivarium.check.slides.SlideCheck;
import vivarium.cli.Workshop.Running;
import vivarium.engine.EngineException;
import vivarium.model.diagnostic.Diagnostic;

/** {@code vivarium check}: finds what is wrong with a course before a class does. */
@Command(
    name = "check",
    description = {
      "Finds what is wrong with a course before a class does.",
      "Runs every cell whose output a site shows, and looks for exceptions, outputs that are not"
          + " the recorded ones, links that lead nowhere, and slides that are too full. Takes"
          + " Markdown and notebooks, and a Python script when it is named itself."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  Nothing is wrong; there may be warnings.",
      "  1  Something is wrong.",
      "  2  The command was called wrongly.",
      "  3  The machine does not let us: Python does not start, a file cannot be written,",
      "     there is no browser for --slides.",
      "",
      "Example:",
      "  vivarium check course",
      "  vivarium check course --slides --junit report.xml"
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private SourceArgument source = new SourceArgument();

  @Option(
      names = "--all",
      description =
          "Runs every cell but those marked norun, not only those whose output a site shows. A"
              + " document that records outputs is always run so.")
  private boolean all;

  @Option(
      names = "--no-compare",
      description = "Does not compare outputs with those that are recorded.")
  private boolean noCompare;

  @Option(
      names = "--slides",
      description =
          "Also opens every deck in an installed Chromium, Chrome or Edge, and looks whether"
              + " something sticks out of a slide.")
  private boolean slides;

  @Option(
      names = "--no-cache",
      description = "Runs also cells that have not changed since they were run the last time.")
  private boolean noCache;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Writes what was found to a file, as JUnit XML.")
  private Path junit = Path.of("");

  @Option(
      names = "--json",
      description = "Prints the result to standard output as one JSON object.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Interruption interruption = Interruption.of(surroundings);
    try {
      return check(interruption);
    } catch (EnvironmentException e) {
      if (interruption.hasBegun()) {
        return ExitCode.DOCUMENTS;
      }
      if (json) {
        surroundings.out().println(CheckJson.failed(e.diagnostic()).text());
      }
      throw e;
    } finally {
      interruption.over();
    }
  }

  private int check(Interruption interruption) {
    Instant start = surroundings.clock().instant();
    Path from = source.resolve(surroundings);
    ShownPaths shown = source.shownPaths(surroundings);
    Path report = surroundings.folder().resolve(junit).toAbsolutePath();
    if (!Files.isDirectory(report.resolveSibling(""))) {
      throw new ParameterException(
          command.commandLine(), "There is no folder for " + junit + "; make it first.");
    }
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    SlideCheck slideCheck = slideCheck(progress);
    Running running = slides ? Running.WITHOUT_IMAGES : Running.NO;
    try (Workshop.Bench bench = surroundings.workshop().open(progress, running)) {
      List<Diagnostic> problems = bench.readPackages(from);
      if (!problems.isEmpty()) {
        progress.clear();
        return withoutPackages(shown.of(problems));
      }
      Checker checker =
          new Checker(
              bench::build,
              noCache ? bench.freshExecutor() : bench.executor(),
              bench.downloads(),
              slideCheck,
              Runtime.getRuntime().availableProcessors(),
              progress);
      Checked checked = checker.check(from, new CheckOptions(all, !noCompare, slides), shown::of);
      progress.clear();
      if (interruption.hasBegun()) {
        // The user's Ctrl-C ends browsers and interpreters as well, which is nobody's fault.
        return ExitCode.DOCUMENTS;
      }
      report(checked, Duration.between(start, surroundings.clock().instant()));
      return checked.isFine() ? ExitCode.FINE : ExitCode.DOCUMENTS;
    } catch (InterruptedException | CancellationException e) {
      progress.clear();
      return ExitCode.DOCUMENTS;
    } catch (EngineException e) {
      progress.clear();
      throw Missing.python(e);
    } catch (BrowserException e) {
      progress.clear();
      throw new EnvironmentException(
          "browser-not-started",
          InstalledBrowser.VARIABLE,
          String.valueOf(e.getMessage()),
          "Start that browser yourself once, or name another one in the environment variable "
              + InstalledBrowser.VARIABLE
              + ".",
          e);
    }
  }

  /** What the cells of a document do without its packages says nothing about them. */
  private int withoutPackages(List<Diagnostic> problems) {
    if (json) {
      surroundings.out().println(CheckJson.failed(problems.get(0)).text());
    }
    new DiagnosticPrinter(surroundings).print(problems);
    return ExitCode.DOCUMENTS;
  }

  private SlideCheck slideCheck(ProgressLine progress) {
    if (!slides) {
      return (build, documents, alone) -> List.of();
    }
    Path browser =
        InstalledBrowser.find(
                surroundings.environment(), System.getProperty("os.name"), Files::isExecutable)
            .orElseThrow(Missing::browser);
    return new BrowserSlideCheck(
        browser, surroundings.temporary(), surroundings.clock(), progress.saying("Measuring"));
  }

  private void report(Checked checked, Duration took) {
    if (!junit.toString().isEmpty()) {
      WholeFile.write(surroundings.folder().resolve(junit), JunitXml.of(checked), junit.toString());
    }
    CheckPrinter printer = new CheckPrinter(surroundings);
    printer.problems(checked);
    if (json) {
      surroundings.out().println(CheckJson.of(checked).text());
    } else if (!quiet) {
      printer.summary(checked, took, slides);
    }
  }
}
