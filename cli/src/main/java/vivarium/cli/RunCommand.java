package vivarium.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vivarium.cli.Workshop.Running;
import vivarium.engine.EngineException;
import vivarium.execute.CellReport;
import vivarium.execute.Executed;
import vivarium.execute.ReaderStart;
import vivarium.execute.Scope;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Document;
import vivarium.model.output.Outputs;
import vivarium.parse.DocumentParser;
import vivarium.parse.Parsed;
import vivarium.site.Progress;
import vivarium.site.files.DocumentFiles;
import vivarium.site.files.Downloads;
import vivarium.site.needs.DocumentNeeds;
import vivarium.site.needs.EngineList;
import vivarium.site.needs.LockCheck;
import vivarium.site.source.SourceFolder;
import vivarium.site.write.SystemReason;

/** {@code vivarium run}: runs a file, and records what its cells write. */
@Command(
    name = "run",
    description = {
      "Runs a script, a notebook or a document in a Python that sees nothing of this machine.",
      "Runs every cell but those marked norun, and prints what they write; --inplace and -o record"
          + " it in a file instead. After an exception that nobody expected nothing more is printed,"
          + " and no file is written, unless --allow-errors says so."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  All cells ran.",
      "  1  A cell raised an exception, ran too long or ended Python.",
      "  2  The command was called wrongly.",
      "  3  The machine does not let us: Python does not start, a file cannot be written.",
      "",
      "Example:",
      "  vivarium run script.py",
      "  vivarium run lesson.ipynb --inplace",
      "  vivarium run lesson.md -o lesson.ipynb"
    })
final class RunCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "What to run: .py, .ipynb, .md, .markdown or .qmd.")
  private Path source = Path.of("");

  @Option(names = "--inplace", description = "Records the outputs in the file itself.")
  private boolean inPlace;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Records the outputs in another file: of the same kind, a notebook (.ipynb), or"
              + " Markdown (.md) of a notebook.")
  private Path output = Path.of("");

  @Option(
      names = "--allow-errors",
      description = "Takes exceptions for outputs as any other, and goes on.")
  private boolean allowErrors;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = surroundings.folder().resolve(source).normalize();
    Recording recording = recording(file);
    byte[] bytes = read(file);
    String path = source.toString().replace('\\', '/');
    Parsed parsed = DocumentParser.parse(path, bytes);
    List<Diagnostic> errors = new ArrayList<>(parsed.diagnostics());
    errors.removeIf(diagnostic -> !diagnostic.isError());
    if (errors.isEmpty()) {
      recording.refusal(path, bytes).ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      new DiagnosticPrinter(surroundings).print(errors);
      return ExitCode.DOCUMENTS;
    }
    new DiagnosticPrinter(surroundings).print(unlocked(file, parsed.document(), bytes));
    Instant start = surroundings.clock().instant();
    Interruption interruption = Interruption.of(surroundings);
    try (Workshop.Bench bench = surroundings.workshop().open(Progress.NONE, Running.NO)) {
      List<Diagnostic> problems = bench.readPackages(file);
      if (!problems.isEmpty()) {
        ShownPaths shown = ShownPaths.of(file, surroundings.folder());
        new DiagnosticPrinter(surroundings).print(shown.of(problems));
        return ExitCode.DOCUMENTS;
      }
      DocumentFiles files = files(parsed.document(), bytes, file, path, bench.downloads());
      if (files.diagnostics().stream().anyMatch(Diagnostic::isError)) {
        new DiagnosticPrinter(surroundings).print(files.diagnostics());
        return ExitCode.DOCUMENTS;
      }
      Executed executed =
          bench
              .freshExecutor()
              .execute(parsed.document(), files.cells(), Scope.ALL, ReaderStart.PLAIN);
      if (interruption.hasBegun()) {
        return ExitCode.DOCUMENTS;
      }
      Duration took = Duration.between(start, surroundings.clock().instant());
      return finish(parsed.document(), executed, files.diagnostics(), recording, bytes, took);
    } catch (InterruptedException | CancellationException e) {
      return ExitCode.DOCUMENTS;
    } catch (EngineException e) {
      if (interruption.hasBegun()) {
        return ExitCode.DOCUMENTS;
      }
      throw Missing.python(e);
    } finally {
      interruption.over();
    }
  }

  /** What the document needs and its folder has not locked. */
  private static List<Diagnostic> unlocked(Path file, Document document, byte[] bytes) {
    Path folder = file.resolveSibling("");
    return EngineList.on(RunCommand.class.getClassLoader(), LockCheck.release(folder)).stream()
        .map(engine -> LockCheck.in(folder, engine))
        .flatMap(lock -> lock.missing(DocumentNeeds.of(document, bytes)).stream())
        .toList();
  }

  private int finish(
      Document document,
      Executed executed,
      List<Diagnostic> files,
      Recording recording,
      byte[] bytes,
      Duration took) {
    List<CellReport> reports = executed.cells();
    List<Diagnostic> problems = new ArrayList<>(files);
    problems.addAll(RunProblems.in(executed, allowErrors));
    boolean good = problems.stream().noneMatch(Diagnostic::isError);
    if (!recording.isWanted()) {
      show(reports);
    } else if (!good) {
      tracebacks(reports);
    }
    new DiagnosticPrinter(surroundings).print(problems);
    if (!good) {
      if (recording.isWanted()) {
        surroundings.err().println("Nothing was written to " + recording.shown() + ".");
      }
      return ExitCode.DOCUMENTS;
    }
    if (recording.isWanted()) {
      Map<String, Outputs> outputs = new LinkedHashMap<>();
      reports.forEach(report -> outputs.put(report.cell().id(), report.outputs()));
      recording.write(document, bytes, outputs);
      if (!quiet) {
        surroundings.out().println(ran(reports.size(), took) + ": " + recording.shown());
      }
    }
    return ExitCode.FINE;
  }

  /** The files that the cells find: in the document's folder, and below it. */
  private DocumentFiles files(
      Document document, byte[] bytes, Path file, String shown, Downloads downloads) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Document here =
        new Document(String.valueOf(file.getFileName()), document.frontMatter(), document.blocks());
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      DocumentFiles files = DocumentFiles.of(here, text, new SourceFolder(folder), downloads);
      return files.named(shown);
    } catch (IOException e) {
      throw cannotRead(e);
    }
  }

  /** What the cells wrote, up to the exception that ends the run. */
  private void show(List<CellReport> reports) {
    OutputPrinter printer = new OutputPrinter(surroundings, !quiet);
    for (CellReport report : reports) {
      printer.print(report.outputs());
      if (!report.status().isComplete()
          || (report.status() == CellReport.Status.RAISED && !allowErrors)) {
        return;
      }
    }
  }

  /** Why nothing is recorded. */
  private void tracebacks(List<CellReport> reports) {
    OutputPrinter printer = new OutputPrinter(surroundings, false);
    reports.stream()
        .filter(report -> report.status() == CellReport.Status.RAISED)
        .forEach(report -> printer.print(report.outputs()));
  }

  private Recording recording(Path file) {
    if (!Files.exists(file)) {
      throw usage("There is no file " + source + ".");
    }
    if (Files.isDirectory(file)) {
      throw usage(source + " is a folder; run takes one file, and check takes a folder.");
    }
    boolean other = !output.toString().isEmpty();
    if (inPlace && other) {
      throw usage("Give either --inplace or -o, not both.");
    }
    Path target = other ? surroundings.folder().resolve(output).normalize() : file;
    String shown = (other ? output : source).toString();
    Recording recording = new Recording(file, target, shown, inPlace || other);
    recording
        .objection()
        .ifPresent(
            objection -> {
              throw usage(objection);
            });
    return recording;
  }

  private byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw cannotRead(e);
    }
  }

  private EnvironmentException cannotRead(IOException e) {
    return new EnvironmentException(
        "cannot-read",
        source.toString(),
        "This cannot be read: " + SystemReason.of(e) + ".",
        "Give yourself the right to read it.",
        e);
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** {@code Ran 12 cells in 3.1 s}. */
  private static String ran(int cells, Duration took) {
    return "Ran " + DiagnosticPrinter.counted(cells, "cell") + " in " + BuildCommand.seconds(took);
  }
}
