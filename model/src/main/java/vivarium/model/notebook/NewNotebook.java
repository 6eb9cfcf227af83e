package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** Writes a new notebook of nbformat 4.5 for Python, as nbformat itself would. */
public final class NewNotebook {
  private final CellIds ids = new CellIds();
  private final List<Json> cells = new ArrayList<>();

  /** Adds a cell of Markdown. */
  public NewNotebook markdown(String id, String text) {
    return prose("markdown", id, text);
  }

  /** Adds a raw cell, such as one with front matter. */
  public NewNotebook raw(String id, String text) {
    return prose("raw", id, text);
  }

  private NewNotebook prose(String type, String id, String text) {
    cells.add(
        JsonObject.empty()
            .with("cell_type", type)
            .with("id", ids.next(id))
            .with("metadata", JsonObject.empty().build())
            .with("source", OutputJson.text(text, true))
            .build());
    return this;
  }

  /**
   * Adds a cell of code.
   *
   * @param id what the cell is called; changed when the format does not allow it, or another cell
   *     has it
   * @param run its run; empty when it has not run
   */
  public NewNotebook code(String id, String source, List<String> tags, Optional<CellRun> run) {
    JsonObject metadata = JsonObject.empty();
    if (!tags.isEmpty()) {
      metadata = metadata.with("tags", Json.of(tags.stream().map(Json::of).toList()));
    }
    Json count = run.<Json>map(ran -> Json.of(ran.executionCount())).orElse(new Json.Null());
    Json outputs =
        run.map(ran -> new OutputJson(true, ran.executionCount()).of(ran.outputs()))
            .orElse(Json.of(List.of()));
    cells.add(
        JsonObject.empty()
            .with("cell_type", "code")
            .with("execution_count", count)
            .with("id", ids.next(id))
            .with("metadata", metadata.build())
            .with("outputs", outputs)
            .with("source", OutputJson.text(source, true))
            .build());
    return this;
  }

  /** The text of the notebook, with a newline at its end. */
  public String text() {
    Json.Obj kernel =
        JsonObject.empty()
            .with("display_name", "Python 3")
            .with("language", "python")
            .with("name", "python3")
            .build();
    Json.Obj metadata =
        JsonObject.empty()
            .with("kernelspec", kernel)
            .with("language_info", JsonObject.empty().with("name", "python").build())
            .build();
    Json.Obj notebook =
        JsonObject.empty()
            .with("cells", Json.of(cells))
            .with("metadata", metadata)
            .with("nbformat", NotebookReader.NEWEST)
            .with("nbformat_minor", NotebookReader.NEWEST_MINOR)
            .build();
    return new JsonPrinter(TextStyle.USUAL).print(notebook, "") + "\n";
  }
}
