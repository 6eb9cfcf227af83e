package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.output.Outputs;

/**
 * Puts outputs into the text of a notebook. Everything but the {@code outputs} and {@code
 * execution_count} of the cells that ran stays as it is, character by character; what is new is
 * written in the style of the text.
 */
public final class NotebookRecorder {
  private static final Optional<String> CODE = Optional.of("code");

  /** Some characters of the text, and what stands in their place. */
  private record Edit(int start, int end, String text) {}

  private final TextStyle style;
  private final JsonPrinter printer;
  private final List<Edit> edits = new ArrayList<>();

  private NotebookRecorder(TextStyle style) {
    this.style = style;
    this.printer = new JsonPrinter(style);
  }

  /**
   * Why nothing can be put into this text, a sentence with a full stop; empty when it is a notebook
   * of nbformat 4.
   */
  public static Optional<String> refusal(String text) {
    NotebookResult result = NotebookReader.read(text);
    if (result instanceof NotebookResult.Fault fault) {
      return Optional.of(fault.message());
    }
    boolean isOld = ((NotebookResult.Read) result).notebook().major() < NotebookReader.NEWEST;
    return isOld
        ? Optional.of(
            "This notebook is of nbformat 3, which can be read but not written: open it in Jupyter"
                + " and save it.")
        : Optional.empty();
  }

  /**
   * The text with other outputs. Outputs that are the recorded ones already keep their form, and
   * with it what Vivarium does not know of them, such as the size of an image.
   *
   * @param text a notebook's text, without a byte order mark
   * @param runs the runs, by the index of the cell in {@link Notebook#cells}
   * @throws IllegalArgumentException when there is a {@link #refusal}, or an index is not that of a
   *     code cell
   */
  public static String record(String text, Map<Integer, CellRun> runs) {
    refusal(text)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    JsonPart root = JsonPart.root(text);
    List<JsonPart> cells = CellParts.of(root, NotebookReader.NEWEST).orElse(List.of());
    NotebookRecorder recorder = new NotebookRecorder(TextStyle.of(root, cells));
    runs.forEach((index, run) -> recorder.take(codeCell(cells, index), run));
    return recorder.applied(text);
  }

  private static JsonPart codeCell(List<JsonPart> cells, int index) {
    if (index < 0
        || index >= cells.size()
        || !cells.get(index).member("cell_type").flatMap(JsonPart::string).equals(CODE)) {
      throw new IllegalArgumentException("no code cell: " + index);
    }
    return cells.get(index);
  }

  private void take(JsonPart cell, CellRun run) {
    String count = Integer.toString(run.executionCount());
    Optional<JsonPart> outputs = cell.member("outputs");
    Json wanted = new OutputJson(style.hasLists(), run.executionCount()).of(run.outputs());
    StringBuilder missing = new StringBuilder();
    cell.member("execution_count")
        .ifPresentOrElse(
            part -> replace(part, count),
            () -> missing.append(member(cell, "execution_count", count)));
    if (outputs.isEmpty()) {
      missing.append(member(cell, "outputs", printer.print(wanted, margin(lastMember(cell)))));
    } else if (isSame(outputs.get(), run.outputs())) {
      renumber(outputs.get(), count);
    } else {
      replace(outputs.get(), printer.print(wanted, margin(outputs.get())));
    }
    if (missing.length() > 0) {
      int end = lastMember(cell).end();
      edits.add(new Edit(end, end, missing.toString()));
    }
  }

  private static boolean isSame(JsonPart array, Outputs outputs) {
    List<Notebook.Problem> unknown = new ArrayList<>();
    Outputs recorded = new OutputReader(new LineIndex(""), unknown).read(array);
    return unknown.isEmpty() && RecordedForm.of(recorded).equals(RecordedForm.of(outputs));
  }

  private void renumber(JsonPart outputs, String count) {
    for (JsonPart output : outputs.items()) {
      output.member("execution_count").ifPresent(part -> replace(part, count));
    }
  }

  private void replace(JsonPart part, String text) {
    if (!part.raw().equals(text)) {
      edits.add(new Edit(part.start(), part.end(), text));
    }
  }

  /** A member that the cell lacks, to stand behind its last one. */
  private String member(JsonPart cell, String name, String value) {
    String space = style.lineEnd().isEmpty() ? "" : style.lineEnd() + margin(lastMember(cell));
    return style.comma() + space + '"' + name + '"' + style.colon() + value;
  }

  private static JsonPart lastMember(JsonPart cell) {
    List<JsonPart.Member> members = cell.members();
    return members.get(members.size() - 1).value();
  }

  /** The space before the line in which a value begins. */
  private static String margin(JsonPart part) {
    String text = part.text();
    int start = part.start();
    while (start > 0 && text.charAt(start - 1) != '\n') {
      start--;
    }
    int end = start;
    while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
      end++;
    }
    return text.substring(start, end);
  }

  private String applied(String text) {
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Edit edit : edits) {
      out.append(text, from, edit.start()).append(edit.text());
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
