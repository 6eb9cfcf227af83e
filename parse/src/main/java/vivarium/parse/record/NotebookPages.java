package vivarium.parse.record;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.json.Json;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.NewNotebook;
import vivarium.model.output.Outputs;
import vivarium.parse.frontmatter.FrontMatterReader;
import vivarium.parse.notebook.ScriptDocument;
import vivarium.parse.source.Findings;
import vivarium.parse.source.SourceText;
import vivarium.parse.source.Utf8;

/** Makes notebooks of documents that are none. */
final class NotebookPages {
  private static final Map<Flag, String> TAGS =
      Map.of(
          Flag.RAISES, "raises-exception",
          Flag.NORUN, "skip-execution",
          Flag.HIDDEN, "remove-cell");

  private final NewNotebook notebook = new NewNotebook();
  private final Map<String, CellRun> runs;

  private NotebookPages(Map<String, CellRun> runs) {
    this.runs = runs;
  }

  static String of(String path, byte[] source, Document document, Map<String, Outputs> outputs) {
    NotebookPages pages = new NotebookPages(RunOrder.of(document, outputs));
    if (path.toLowerCase(Locale.ROOT).endsWith(".py")) {
      pages.script(source, document);
    } else {
      pages.markdown(Utf8.read(path, source, new Findings()), document);
    }
    return pages.notebook.text();
  }

  private void script(byte[] source, Document document) {
    Iterator<Cell> cells = document.cells().iterator();
    for (ScriptDocument.ScriptCell cell : ScriptDocument.cells(source)) {
      if (cell.isCode()) {
        code(cells.next());
      } else {
        notebook.markdown("text", cell.text().strip());
      }
    }
  }

  private void markdown(SourceText text, Document document) {
    int line =
        FrontMatterReader.read(text.lines(0, text.lineCount()), FrontMatter.DEFAULT, new Findings())
            .bodyLine();
    if (line > 0) {
      notebook.raw("front-matter", text.lines(0, line).text().strip());
    }
    for (Block block : document.blocks()) {
      if (block instanceof Block.PythonCell python) {
        Cell cell = python.cell();
        prose(text, line, cell.span().line() - 1);
        code(cell);
        line = cell.recorded().orElse(cell.span()).lastLine();
      }
    }
    prose(text, line, text.lineCount());
  }

  private void prose(SourceText text, int first, int end) {
    String prose = text.lines(first, Math.max(first, end)).text().strip();
    if (!prose.isEmpty()) {
      notebook.markdown("text", prose);
    }
  }

  private void code(Cell cell) {
    List<String> lines = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (Flag flag : cell.options().flags()) {
      String tag = TAGS.get(flag);
      if (tag != null) {
        tags.add(tag);
      } else {
        lines.add("#| " + flag.word() + ": true");
      }
    }
    cell.options()
        .values()
        .forEach((key, value) -> lines.add("#| " + key.word() + ": " + Json.of(value).text()));
    lines.add(cell.source());
    notebook.code(
        cell.id(), String.join("\n", lines), tags, Optional.ofNullable(runs.get(cell.id())));
  }
}
