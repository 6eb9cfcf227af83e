package vivarium.web.notebook.edit;

import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.notebook.EditableCell;

/** What is folded away of a cell, as Jupyter notes it in the cell's metadata. */
public enum Hidden {
  SOURCE("source_hidden"),
  OUTPUTS("outputs_hidden");

  private static final String JUPYTER = "jupyter";

  private final String name;

  Hidden(String name) {
    this.name = name;
  }

  /** Whether it is folded away. */
  public boolean in(EditableCell cell) {
    return cell.text().contains(name) // Most cells need not be read for that.
        && jupyter(cell)
            .filter(it -> it.has(name) && it.get(name).equals(Json.of(true)))
            .isPresent();
  }

  /** The cell with it folded away, or unfolded. */
  public EditableCell set(EditableCell cell, boolean hidden) {
    JsonObject jupyter = jupyter(cell).orElse(JsonObject.empty());
    return cell.withMetadata(JUPYTER, jupyter.with(name, hidden).build());
  }

  private static Optional<JsonObject> jupyter(EditableCell cell) {
    return member(Json.parse(cell.text()), "metadata")
        .flatMap(it -> member(it, JUPYTER))
        .filter(Json.Obj.class::isInstance)
        .map(JsonObject::of);
  }

  private static Optional<Json> member(Json json, String name) {
    return json instanceof Json.Obj object
        ? Optional.ofNullable(object.members().get(name))
        : Optional.empty();
  }
}
