package vivarium.site.write;

import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/**
 * A step of a switch from an old site to a new one.
 *
 * @param path the file it changes, relative to the folder
 */
record Step(Action action, String path) {
  /** What happens to the file. */
  enum Action {
    /** It comes from the staging folder, to where there was none. */
    ADD,
    /** It comes from the staging folder, where a copy of the one it replaces stays. */
    REPLACE,
    /** It goes into the staging folder. */
    REMOVE
  }

  Json json() {
    return JsonObject.empty().with("action", action.name()).with("path", path).build();
  }

  /**
   * Reads a step.
   *
   * @throws JsonException when it is none
   */
  static Step of(Json json) {
    JsonObject object = JsonObject.of(json);
    String path = object.string("path");
    Inside.check(path);
    for (Action action : Action.values()) {
      if (action.name().equals(object.string("action"))) {
        return new Step(action, path);
      }
    }
    throw new JsonException("\"action\" is none");
  }
}
