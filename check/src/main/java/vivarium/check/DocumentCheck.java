package vivarium.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vivarium.execute.CellReport;
import vivarium.execute.Executed;
import vivarium.execute.Executor;
import vivarium.execute.ReaderStart;
import vivarium.execute.Scope;
import vivarium.execute.compare.Difference;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.Document;
import vivarium.parse.DocumentParser;
import vivarium.parse.Parsed;
import vivarium.site.files.DocumentFiles;
import vivarium.site.files.Downloads;
import vivarium.site.source.SourceFolder;
import vivarium.site.write.SystemReason;

/** Runs the cells of one document and looks what came of them. */
final class DocumentCheck {
  /**
   * What came of it.
   *
   * @param document empty when it could not be read
   * @param parsing what was found in its text
   * @param running what was found when its cells ran
   */
  record Result(
      String path,
      Optional<Document> document,
      List<CellReport> cells,
      List<Diagnostic> parsing,
      List<Finding> running) {}

  private final Executor executor;
  private final Downloads downloads;
  private final CheckOptions options;
  private final UnaryOperator<String> shown;

  /**
   * @param shown what a user calls a document, by its path
   */
  DocumentCheck(
      Executor executor, Downloads downloads, CheckOptions options, UnaryOperator<String> shown) {
    this.executor = executor;
    this.downloads = downloads;
    this.options = options;
    this.shown = shown;
  }

  Result check(Sources sources, String path) throws InterruptedException {
    byte[] bytes;
    SourceFolder folder;
    try {
      bytes = sources.read(path);
      folder = new SourceFolder(sources.folder().onDisk("")); // Each is for one thread.
    } catch (IOException e) {
      return unread(
          path,
          Diagnostic.error(
              "cannot-read",
              Location.file(path),
              "This cannot be read: " + SystemReason.of(e) + ".",
              "Give yourself the right to read it, or move it out of the folder."));
    }
    try {
      return run(folder, path, bytes);
    } catch (StackOverflowError e) {
      return unread(
          path,
          Diagnostic.error(
              "nested-too-deep",
              Location.file(path),
              "This document nests emphasis, lists or groups too deeply to be run.",
              "Take out some of the nesting."));
    }
  }

  private static Result unread(String path, Diagnostic why) {
    return new Result(path, Optional.empty(), List.of(), List.of(why), List.of());
  }

  private Result run(SourceFolder folder, String path, byte[] bytes) throws InterruptedException {
    Parsed parsed = DocumentParser.parse(path, bytes);
    Document document = parsed.document();
    String text = new String(bytes, StandardCharsets.UTF_8);
    DocumentFiles files = DocumentFiles.of(document, text, folder, downloads);
    List<Diagnostic> parsing = new ArrayList<>(parsed.diagnostics());
    parsing.addAll(files.diagnostics());
    Executed executed =
        executor.execute(document, files.cells(), scope(document), ReaderStart.PLAIN);
    List<Finding> found = new ArrayList<>();
    executed.diagnostics(Severity.ERROR).forEach(problem -> found.add(Finding.of(problem)));
    if (options.compare()) {
      for (CellReport report : executed.cells()) {
        report.difference(path).map(this::differs).ifPresent(found::add);
      }
    }
    return new Result(path, Optional.of(document), executed.cells(), parsing, List.copyOf(found));
  }

  /** Outputs are recorded by a run of all cells, so they are compared with such a run. */
  private Scope scope(Document document) {
    boolean records = document.cells().stream().anyMatch(cell -> cell.recorded().isPresent());
    return records || options.everyCell() ? Scope.ALL : Scope.BUILD;
  }

  private Finding differs(Difference difference) {
    return new Finding(
        Diagnostic.error(
            "output-differs",
            difference.where(),
            "The output of the cell \"" + difference.cell() + "\" is not the recorded one.",
            "Mend the cell, or record its outputs anew with "
                + RunInPlace.command(shown.apply(difference.where().path()))
                + "."),
        difference.lines());
  }
}
