package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.json.Json;

/**
 * A value in a JSON text that {@link JsonCheck} found well. What is inside is looked for when it is
 * asked for.
 *
 * @param start its first character
 * @param end the character behind its last one
 */
record JsonPart(String text, int start, int end) {
  /**
   * A member of an object.
   *
   * @param nameStart the quotation mark before its name
   */
  record Member(String name, int nameStart, JsonPart value) {}

  /** The value that {@code text} consists of. */
  static JsonPart root(String text) {
    return at(text, space(text, 0));
  }

  boolean isObject() {
    return text.charAt(start) == '{';
  }

  boolean isArray() {
    return text.charAt(start) == '[';
  }

  boolean isString() {
    return text.charAt(start) == '"';
  }

  /** The text of this value as it stands. */
  String raw() {
    return text.substring(start, end);
  }

  /**
   * The value as such. Of two members of one name the last one counts, and {@code NaN} is a number.
   */
  Json json() {
    if (isObject()) {
      Map<String, Json> members = new LinkedHashMap<>();
      members().forEach(member -> members.put(member.name, member.value.json()));
      return new Json.Obj(members);
    }
    if (isArray()) {
      return Json.of(items().stream().map(JsonPart::json).toList());
    }
    return raw().endsWith("N") || raw().endsWith("y") ? new Json.Num(raw()) : Json.parse(raw());
  }

  /** The value of a string; empty for all else. */
  Optional<String> string() {
    return isString() && Json.parse(raw()) instanceof Json.Str string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  /** The value of a whole number; empty for all else. */
  Optional<Integer> integer() {
    try {
      return Optional.of(Integer.parseInt(raw()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The last member of this name, which is the one that counts; empty for what is no object. */
  Optional<JsonPart> member(String name) {
    Optional<JsonPart> found = Optional.empty();
    for (Member member : members()) {
      if (member.name.equals(name)) {
        found = Optional.of(member.value);
      }
    }
    return found;
  }

  /** The members of an object; none for all else. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    int at = isObject() ? space(text, start + 1) : end;
    while (at < end - 1) {
      JsonPart name = at(text, at);
      JsonPart value = at(text, space(text, space(text, name.end) + 1));
      members.add(new Member(name.string().orElse(""), at, value));
      at = next(value);
    }
    return members;
  }

  /** The items of an array; none for all else. */
  List<JsonPart> items() {
    List<JsonPart> items = new ArrayList<>();
    int at = isArray() ? space(text, start + 1) : end;
    while (at < end - 1) {
      JsonPart item = at(text, at);
      items.add(item);
      at = next(item);
    }
    return items;
  }

  /** What follows a part and its comma. */
  private int next(JsonPart part) {
    int behind = space(text, part.end);
    return text.charAt(behind) == ',' ? space(text, behind + 1) : behind;
  }

  private static JsonPart at(String text, int start) {
    int depth = 0;
    int at = start;
    do {
      switch (text.charAt(at)) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> at = closingQuote(text, at);
        default -> {
          if (depth == 0) {
            at = endOfWord(text, at) - 1;
          }
        }
      }
      at++;
    } while (depth > 0);
    return new JsonPart(text, start, at);
  }

  private static int closingQuote(String text, int start) {
    int at = start + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length() && " \t\n\r,]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static int space(String text, int start) {
    int at = start;
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
