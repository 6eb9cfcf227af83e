package vivarium.model.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, as in <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>. */
public sealed interface Json {
  /** An object; its members keep the order of the text. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string; possibly with lone surrogates, which JSON allows. */
  record Str(String value) implements Json {}

  /** A number, exactly as written: {@code 1.0} is not {@code 1}, and no digit is lost. */
  record Num(String literal) implements Json {
    /** The value of a whole number. Throws {@link NumberFormatException} for any other. */
    public int asInt() {
      return Integer.parseInt(literal);
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}

  static Json of(String value) {
    return new Str(value);
  }

  static Json of(int value) {
    return new Num(Integer.toString(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json of(List<Json> items) {
    return new Arr(items);
  }

  /** The compact text of this value: no white space, everything beyond ASCII as itself. */
  default String text() {
    StringBuilder out = new StringBuilder();
    JsonWriter.write(this, out);
    return out.toString();
  }

  /**
   * Reads a text that holds one value.
   *
   * @throws JsonException when it is not JSON, nests deeper than 500 levels, or names a member
   *     twice
   */
  static Json parse(String text) {
    return new JsonParser(text).document();
  }
}
