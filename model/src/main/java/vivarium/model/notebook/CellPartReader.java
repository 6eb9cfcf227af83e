package vivarium.model.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.model.notebook.NotebookCell.Line;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Outputs;

/** Reads one cell, in the shapes of nbformat 3 and 4. */
final class CellPartReader {
  private static final int MAX_LEVEL = 6;

  private final LineIndex index;
  private final List<Notebook.Problem> problems;
  private final OutputReader outputs;

  CellPartReader(LineIndex index, List<Notebook.Problem> problems) {
    this.index = index;
    this.problems = problems;
    this.outputs = new OutputReader(index, problems);
  }

  NotebookCell read(JsonPart cell) {
    String type = cell.member("cell_type").flatMap(JsonPart::string).orElse("");
    Kind kind = kind(type);
    if (kind == Kind.UNKNOWN) {
      problems.add(
          new Notebook.Problem(
              index.of(cell), "There is a cell here of a kind that is not known."));
    }
    JsonPart source = cell.member("source").or(() -> cell.member("input")).orElse(cell);
    List<Line> lines = source.equals(cell) ? List.of() : SourceLines.of(source, index);
    Optional<JsonPart> written =
        cell.member("outputs").filter(part -> kind == Kind.CODE && !part.items().isEmpty());
    return new NotebookCell(
        kind,
        type.equals("heading") ? heading(cell, lines) : lines,
        cell.member("id").flatMap(JsonPart::string).filter(CellIds::isAllowed),
        cell.member("metadata").map(CellMetadata::of).orElse(CellMetadata.NONE),
        written.map(outputs::read).orElse(Outputs.NONE),
        written.map(index::of),
        cell.member("execution_count")
            .or(() -> cell.member("prompt_number"))
            .flatMap(JsonPart::integer),
        cell.member("attachments").map(CellPartReader::attachments).orElse(Map.of()),
        index.of(source));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "code" -> Kind.CODE;
      case "markdown", "heading", "html" -> Kind.MARKDOWN;
      case "raw" -> Kind.RAW;
      default -> Kind.UNKNOWN;
    };
  }

  /** A heading of nbformat 3 as a line of Markdown. */
  private static List<Line> heading(JsonPart cell, List<Line> lines) {
    if (lines.isEmpty()) {
      return lines;
    }
    int level = cell.member("level").flatMap(JsonPart::integer).orElse(1);
    String text = lines.stream().map(Line::text).collect(Collectors.joining(" "));
    Line first = lines.get(0);
    String marks = "#".repeat(Math.max(1, Math.min(MAX_LEVEL, level)));
    return List.of(new Line(marks + " " + text, first.line(), first.column()));
  }

  private static Map<String, MimeBundle> attachments(JsonPart attachments) {
    Map<String, MimeBundle> bundles = new LinkedHashMap<>();
    for (JsonPart.Member attachment : attachments.members()) {
      bundles.put(attachment.name(), OutputReader.bundle(attachment.value()));
    }
    return bundles;
  }
}
