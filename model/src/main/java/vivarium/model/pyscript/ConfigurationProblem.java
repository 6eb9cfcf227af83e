package vivarium.model.pyscript;

import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * Something in a configuration that is not as its author meant it.
 *
 * @param path what it is about: {@code packages}, {@code packages[1]} (0-based), {@code
 *     files."a.csv"}; empty for the whole
 * @param message what is wrong, a sentence with a full stop
 * @param remedy what to write instead, a sentence with a full stop
 * @param isError whether Python cannot start with it; else it starts and does without
 */
public record ConfigurationProblem(String path, String message, String remedy, boolean isError) {
  /** The problem as JSON, with these four members. */
  public Json json() {
    return JsonObject.empty()
        .with("path", path)
        .with("message", message)
        .with("remedy", remedy)
        .with("isError", isError)
        .build();
  }
}
