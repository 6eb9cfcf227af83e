package vivarium.web.drafts;

import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/** A draft as JSON. */
public final class DraftJson {
  private static final int VERSION = 1;

  private DraftJson() {}

  public static Json.Obj write(Draft draft) {
    return JsonObject.empty()
        .with("version", VERSION)
        .with("id", draft.id())
        .with("cell", draft.place().cell())
        .with("authors", draft.place().authors())
        .with("ordinal", draft.place().ordinal())
        .with("alike", draft.place().alike())
        .with("text", draft.text())
        .with("revision", draft.revision())
        .with("writer", draft.writer())
        .with("saved", draft.saved())
        .with("earlier", draft.earlier())
        .build();
  }

  /** The draft that a text holds; empty when it holds none, or one of another version. */
  public static Optional<Draft> read(String text) {
    try {
      return Optional.of(read(Json.parse(text)));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a draft.
   *
   * @throws JsonException when it is none, or one of another version
   */
  static Draft read(Json json) {
    JsonObject draft = JsonObject.of(json);
    if (draft.integer("version") != VERSION) {
      throw new JsonException("the draft is of another version");
    }
    int ordinal = draft.integer("ordinal");
    int alike = draft.integer("alike");
    if (ordinal < 0 || alike <= ordinal) {
      throw new JsonException("the place of the draft is impossible");
    }
    return new Draft(
        draft.string("id"),
        new CellPlace(draft.string("cell"), draft.string("authors"), ordinal, alike),
        draft.string("text"),
        draft.integer("revision"),
        draft.string("writer"),
        draft.string("saved"),
        draft.bool("earlier"));
  }
}
