package vivarium.model.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds and reads the members of an object, with errors that name the member. */
public final class JsonObject {
  private final Map<String, Json> members;

  private JsonObject(Map<String, Json> members) {
    this.members = members;
  }

  /** An object to add members to. */
  public static JsonObject empty() {
    return new JsonObject(new LinkedHashMap<>());
  }

  /**
   * The members of {@code value}.
   *
   * @throws JsonException when it is no object
   */
  public static JsonObject of(Json value) {
    if (value instanceof Json.Obj object) {
      return new JsonObject(object.members());
    }
    throw new JsonException("an object was expected");
  }

  /** Adds a member, last. */
  public JsonObject with(String name, Json value) {
    Map<String, Json> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new JsonObject(more);
  }

  public JsonObject with(String name, String value) {
    return with(name, Json.of(value));
  }

  public JsonObject with(String name, int value) {
    return with(name, Json.of(value));
  }

  public JsonObject with(String name, boolean value) {
    return with(name, Json.of(value));
  }

  /** The object itself. */
  public Json.Obj build() {
    return new Json.Obj(members);
  }

  /** Whether there is a member of this name. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /**
   * A member.
   *
   * @throws JsonException when it is missing
   */
  public Json get(String name) {
    Json value = members.get(name);
    if (value == null) {
      throw new JsonException("\"" + name + "\" is missing");
    }
    return value;
  }

  /**
   * A member that is a string.
   *
   * @throws JsonException when it is missing or of another kind; so for the methods below
   */
  public String string(String name) {
    if (get(name) instanceof Json.Str string) {
      return string.value();
    }
    throw new JsonException("\"" + name + "\" is not a string");
  }

  public int integer(String name) {
    if (get(name) instanceof Json.Num number) {
      try {
        return number.asInt();
      } catch (NumberFormatException e) {
        throw new JsonException("\"" + name + "\" is not a whole number");
      }
    }
    throw new JsonException("\"" + name + "\" is not a number");
  }

  public boolean bool(String name) {
    if (get(name) instanceof Json.Bool bool) {
      return bool.value();
    }
    throw new JsonException("\"" + name + "\" is neither true nor false");
  }

  public List<Json> array(String name) {
    if (get(name) instanceof Json.Arr array) {
      return array.items();
    }
    throw new JsonException("\"" + name + "\" is not an array");
  }

  public Map<String, Json> object(String name) {
    if (get(name) instanceof Json.Obj object) {
      return object.members();
    }
    throw new JsonException("\"" + name + "\" is not an object");
  }
}
