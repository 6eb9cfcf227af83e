package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.notebook.NotebookCell.Kind;

/**
 * A cell of an {@link EditableNotebook}, with its text in the file. What a change does not concern
 * keeps its text, unknown members and the order of names included. Two cells with the same text are
 * equal.
 */
public final class EditableCell {
  private final String text;
  private final String margin;
  private final TextStyle style;

  /** Kept once they are known: to read all of a cell with large outputs takes long. */
  private @Nullable Top top;

  private record Top(Kind kind, Optional<String> id) {}

  /**
   * A cell.
   *
   * @param text its text in the file, an object of JSON in a notebook of nbformat 4
   * @param margin what stands before the line in which it begins
   */
  EditableCell(String text, String margin, TextStyle style) {
    this.text = text;
    this.margin = margin;
    this.style = style;
  }

  /** The cell as it stands in the file. */
  public String text() {
    return text;
  }

  /** What the cell is and holds; its places count from the beginning of the cell. */
  public NotebookCell content() {
    NotebookCell content = new CellPartReader(new LineIndex(text), new ArrayList<>()).read(part());
    top = new Top(content.kind(), content.id());
    return content;
  }

  /** The id, as nbformat 4.5 has it; empty when there is none, or none that is allowed. */
  public Optional<String> id() {
    Top known = top;
    return known == null ? content().id() : known.id();
  }

  /** What the cell holds: code, prose, or something that cannot be edited. */
  public Kind kind() {
    Top known = top;
    return known == null ? content().kind() : known.kind();
  }

  /** The code or the prose, with all ends of lines as they are in the file. */
  public String source() {
    return part().member("source").flatMap(OutputReader::text).orElse("");
  }

  /**
   * The cell with another source. One that differs only in how its lines end is the same: editors
   * know one end of lines, and a cell that nobody edited must not change.
   */
  public EditableCell withSource(String source) {
    String before = source();
    if (lines(before).equals(lines(source))) {
      return this;
    }
    boolean hasReturns = before.contains("\r\n") && !before.replace("\r\n", "").contains("\n");
    String wanted = hasReturns ? source.replace("\r\n", "\n").replace("\n", "\r\n") : source;
    boolean asList = part().member("source").map(JsonPart::isArray).orElse(style.hasLists());
    return changed(members -> members.set("source", OutputJson.text(wanted, asList)));
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * The cell as one of another kind. Outputs stay with code alone, attachments with prose alone, as
   * the format wants it.
   *
   * @throws IllegalArgumentException for {@link Kind#UNKNOWN}
   */
  public EditableCell withKind(Kind kind) {
    if (kind == kind()) {
      return this;
    }
    String type = type(kind);
    return changed(
        members -> {
          members.set("cell_type", Json.of(type));
          if (kind == Kind.CODE) {
            members.remove("attachments");
            members.set("execution_count", new Json.Null());
            members.set("outputs", Json.of(List.of()));
          } else {
            members.remove("execution_count");
            members.remove("outputs");
          }
        });
  }

  /** What the format calls a kind of cells. */
  static String type(Kind kind) {
    return switch (kind) {
      case CODE -> "code";
      case MARKDOWN -> "markdown";
      case RAW -> "raw";
      case UNKNOWN -> throw new IllegalArgumentException("no kind that can be written");
    };
  }

  /**
   * The cell of code after a run. Outputs that are the recorded ones already keep their form, and
   * with it what Vivarium does not know of them, such as the size of an image.
   *
   * @throws IllegalArgumentException when it is no cell of code
   */
  public EditableCell withRun(CellRun run) {
    requireCode();
    Json count = Json.of(run.executionCount());
    Json wanted = new OutputJson(style.hasLists(), run.executionCount()).of(run.outputs());
    return changed(
        members -> {
          members.set("execution_count", count);
          Optional<JsonPart> outputs = members.value("outputs");
          if (outputs.isPresent() && isSame(outputs.get(), run)) {
            members.setText("outputs", renumbered(outputs.get(), run.executionCount()));
          } else {
            members.set("outputs", wanted);
          }
        });
  }

  /**
   * The cell of code as if it had never run.
   *
   * @throws IllegalArgumentException when it is no cell of code
   */
  public EditableCell withoutRun() {
    requireCode();
    return changed(
        members -> {
          members.set("execution_count", new Json.Null());
          members.set("outputs", Json.of(List.of()));
        });
  }

  private void requireCode() {
    if (kind() != Kind.CODE) {
      throw new IllegalArgumentException("no code cell");
    }
  }

  private static boolean isSame(JsonPart array, CellRun run) {
    List<Notebook.Problem> unknown = new ArrayList<>();
    var recorded = new OutputReader(new LineIndex(""), unknown).read(array);
    return unknown.isEmpty() && RecordedForm.of(recorded).equals(RecordedForm.of(run.outputs()));
  }

  private static String renumbered(JsonPart outputs, int count) {
    StringBuilder out = new StringBuilder();
    int from = outputs.start();
    for (JsonPart output : outputs.items()) {
      Optional<JsonPart> number = output.member("execution_count");
      if (number.isPresent()) {
        out.append(outputs.text(), from, number.get().start()).append(count);
        from = number.get().end();
      }
    }
    return out.append(outputs.text(), from, outputs.end()).toString();
  }

  /**
   * The cell with a member of its metadata.
   *
   * @param name such as {@code tags} or {@code collapsed}
   */
  public EditableCell withMetadata(String name, Json value) {
    return metadata(metadata -> metadata.set(name, value));
  }

  /** The cell without a member of its metadata. */
  public EditableCell withoutMetadata(String name) {
    return metadata(metadata -> metadata.remove(name));
  }

  private EditableCell metadata(Consumer<Members> change) {
    return changed(
        members -> {
          Optional<JsonPart> before = members.value("metadata").filter(JsonPart::isObject);
          Members metadata =
              new Members(before.orElse(JsonPart.root("{}")), members.margin("metadata"), style);
          change.accept(metadata);
          members.setText("metadata", metadata.text());
        });
  }

  /** The cell under another id, or under none. */
  EditableCell withId(Optional<String> id) {
    return changed(
        members ->
            id.ifPresentOrElse(
                name -> members.set("id", Json.of(name)), () -> members.remove("id")));
  }

  /** A new cell in the style of a notebook. */
  static EditableCell of(
      Kind kind, Optional<String> id, String source, String margin, TextStyle style) {
    JsonObject cell = JsonObject.empty().with("cell_type", type(kind));
    cell = kind == Kind.CODE ? cell.with("execution_count", new Json.Null()) : cell;
    cell = id.isPresent() ? cell.with("id", id.get()) : cell;
    cell = cell.with("metadata", JsonObject.empty().build());
    cell = kind == Kind.CODE ? cell.with("outputs", Json.of(List.of())) : cell;
    cell = cell.with("source", OutputJson.text(source, style.hasLists()));
    return new EditableCell(new JsonPrinter(style).print(cell.build(), margin), margin, style);
  }

  private EditableCell changed(Consumer<Members> change) {
    Members members = new Members(part(), margin, style);
    change.accept(members);
    return new EditableCell(members.text(), margin, style);
  }

  private JsonPart part() {
    return JsonPart.root(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EditableCell cell && cell.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
