package vivarium.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookReader;
import vivarium.model.notebook.NotebookResult;
import vivarium.model.notebook.export.MarkdownText;
import vivarium.model.output.Outputs;
import vivarium.parse.record.SourceRecorder;
import vivarium.parse.source.Utf8;

/**
 * Where the outputs of a run go.
 *
 * @param source the file that was run
 * @param target the file to write
 * @param shown what the user calls the target
 * @param isWanted whether anything is to be written
 */
record Recording(Path source, Path target, String shown, boolean isWanted) {
  private static final List<String> MARKDOWN = List.of(".md", ".markdown", ".qmd");
  private static final String ANY_MARKDOWN = ".md";
  private static final String NOTEBOOK = ".ipynb";
  private static final String SCRIPT = ".py";

  /** Why the files do not go together; empty when they do. */
  Optional<String> objection() {
    String kind = kind(source);
    if (kind.isEmpty()) {
      return Optional.of(
          "run takes files whose names end in .py, .ipynb, .md, .markdown or .qmd, and not "
              + source.getFileName()
              + ".");
    }
    if (!isWanted || kind(target).equals(NOTEBOOK)) {
      return Optional.empty();
    }
    if (kind.equals(SCRIPT)) {
      return Optional.of("A script has no place for outputs; name a notebook: -o NAME.ipynb");
    }
    return kind(target).equals(kind) || isExport()
        ? Optional.empty()
        : Optional.of("The outputs go into a file of the same kind, or into one named .ipynb.");
  }

  /** Whether a notebook becomes Markdown, as its page exports it. */
  private boolean isExport() {
    return kind(source).equals(NOTEBOOK) && kind(target).equals(ANY_MARKDOWN);
  }

  /** Why the content of the source cannot hold outputs; empty when it can, or need not. */
  Optional<Diagnostic> refusal(String path, byte[] bytes) {
    return isWanted && (kind(target).equals(kind(source)) || isExport())
        ? SourceRecorder.refusal(path, bytes).map(reason -> refused(path, reason))
        : Optional.empty();
  }

  private Diagnostic refused(String path, String reason) {
    String elsewhere =
        kind(source).equals(NOTEBOOK) ? "." : ", or record into a new notebook with -o NAME.ipynb.";
    return Diagnostic.error(
        "cannot-record", Location.file(path), reason, "Mend the file" + elsewhere);
  }

  /**
   * Writes the outputs.
   *
   * @param document as parsed
   * @param bytes what was in the source when it was read
   * @param outputs by the ids of the cells
   * @throws EnvironmentException when the file cannot be written, or somebody has changed it while
   *     its cells ran; then nothing has changed
   */
  void write(Document document, byte[] bytes, Map<String, Outputs> outputs) {
    byte[] recorded =
        kind(target).equals(kind(source)) || isExport()
            ? SourceRecorder.record(document.path(), bytes, document, outputs)
            : SourceRecorder.newNotebook(document.path(), bytes, document, outputs);
    if (isExport()) {
      recorded = markdown(recorded);
    }
    if (!isSame()) {
      WholeFile.write(target, recorded, shown);
    } else if (!WholeFile.exchange(target, bytes, recorded, shown)) {
      throw new EnvironmentException(
          "file-changed",
          shown,
          "This file was changed while its cells ran, so that nothing was written to it.",
          "Save it, and run it again.",
          new IllegalStateException("changed meanwhile"));
    }
  }

  private static byte[] markdown(byte[] notebook) {
    NotebookResult result = NotebookReader.read(Utf8.decode(notebook));
    List<NotebookCell> cells = ((NotebookResult.Read) result).notebook().cells();
    return MarkdownText.of(cells).getBytes(StandardCharsets.UTF_8);
  }

  private boolean isSame() {
    try {
      return Files.exists(target) && Files.isSameFile(source, target);
    } catch (IOException gone) {
      // One of them is gone, and so is the danger of losing what is in it.
      return false;
    }
  }

  /** {@code .md} for all Markdown; empty for a file of no kind that can be run. */
  private static String kind(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (MARKDOWN.stream().anyMatch(name::endsWith)) {
      return ANY_MARKDOWN;
    }
    return List.of(NOTEBOOK, SCRIPT).stream().filter(name::endsWith).findFirst().orElse("");
  }
}
