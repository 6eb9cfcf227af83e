package vivarium.parse.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.Span;
import vivarium.model.notebook.Extent;
import vivarium.model.notebook.Notebook;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookReader;
import vivarium.model.notebook.NotebookResult;
import vivarium.parse.frontmatter.FileHead;
import vivarium.parse.frontmatter.FrontMatterReader;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;
import vivarium.parse.source.SourceText;
import vivarium.parse.source.Utf8;

/** Reads Jupyter's notebooks. */
public final class IpynbDocument {
  /** What GitHub takes, and more than any notebook for readers has. */
  private static final int MAX_BYTES = 100 << 20;

  private static final Set<String> PYTHON = Set.of("python", "python3", "ipython", "ipython3");

  private final SourceText source;
  private final Findings findings;

  private IpynbDocument(SourceText source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Reads a file; what is wrong with it goes to {@code findings}. */
  public static Document read(String path, byte[] bytes, Findings findings) {
    return read(path, bytes, MAX_BYTES, findings);
  }

  static Document read(String path, byte[] bytes, int limit, Findings findings) {
    if (bytes.length > limit) {
      findings.error(
          "bad-notebook",
          Location.file(path),
          "This notebook has more than " + (limit >> 20) + " MiB, so it is not read.",
          "Clear its outputs, or part it into several notebooks.");
      return new Document(path, PartBlocks.defaults(List.of()), List.of());
    }
    SourceText source = Utf8.read(path, bytes, findings);
    return new IpynbDocument(source, findings).document(NotebookReader.read(Utf8.decode(bytes)));
  }

  private Document document(NotebookResult result) {
    if (result instanceof NotebookResult.Read read) {
      return document(read.notebook());
    }
    NotebookResult.Fault fault = (NotebookResult.Fault) result;
    findings.error(
        "bad-notebook",
        location(fault.where()),
        fault.message(),
        "Open the notebook in Jupyter and save it, or take back an earlier version.");
    return new Document(source.path(), PartBlocks.defaults(List.of()), List.of());
  }

  private Document document(Notebook notebook) {
    for (Notebook.Problem problem : notebook.problems()) {
      findings.warning(
          "notebook-part-not-read",
          location(problem.where()),
          problem.message(),
          "It is left out; open the notebook in Jupyter to see what it is.");
    }
    List<Part> parts = new ArrayList<>();
    for (NotebookCell cell : notebook.cells()) {
      if (cell.kind() != NotebookCell.Kind.UNKNOWN) {
        parts.add(part(cell));
      }
    }
    FileHead head = head(parts);
    Optional<String> other = notebook.language().filter(language -> !PYTHON.contains(language));
    PartBlocks blocks = new PartBlocks(head, parts, other, true, findings);
    return new Document(source.path(), head.frontMatter(), blocks.of(parts));
  }

  /** Reads the front matter off the first cell, if that is where it stands. */
  private FileHead head(List<Part> parts) {
    FrontMatter defaults = PartBlocks.defaults(parts);
    FileHead none = new FileHead(defaults, false, false, 0);
    if (parts.isEmpty() || parts.get(0).kind() == Part.Kind.CODE) {
      return none;
    }
    Part first = parts.get(0);
    FileHead head = FrontMatterReader.read(first.text(), defaults, findings);
    if (head.bodyLine() > 0) {
      parts.set(0, first.with(first.text().lines(head.bodyLine(), first.text().lineCount())));
    }
    return head;
  }

  private Part part(NotebookCell cell) {
    List<Fragment.Line> lines = new ArrayList<>();
    for (NotebookCell.Line line : cell.lines()) {
      lines.add(new Fragment.Line(line.line() - 1, line.column() - 1, line.text()));
    }
    return new Part(
        switch (cell.kind()) {
          case CODE -> Part.Kind.CODE;
          case MARKDOWN -> Part.Kind.MARKDOWN;
          case RAW, UNKNOWN -> Part.Kind.RAW;
        },
        source.lines(0, 0).of(lines),
        cell.id(),
        cell.metadata(),
        cell.outputs(),
        cell.recorded().map(this::span),
        cell.attachments(),
        span(cell.extent()));
  }

  private Span span(Extent extent) {
    Location start = location(extent);
    return new Span(start.line(), start.column(), Math.max(start.line(), extent.lastLine()));
  }

  private Location location(Extent extent) {
    int line = Math.min(extent.line(), Math.max(1, source.lineCount()));
    int column = line < extent.line() ? Integer.MAX_VALUE : extent.column() - 1;
    return source.location(line - 1, column);
  }
}
