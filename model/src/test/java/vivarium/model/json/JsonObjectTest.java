package vivarium.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonObjectTest {
  private final JsonObject object =
      JsonObject.of(
          Json.parse("{\"s\":\"a\",\"i\":7,\"f\":1.5,\"b\":true,\"l\":[1],\"o\":{\"x\":null}}"));

  @Test
  void members_are_read_by_kind() {
    assertThat(object.string("s")).isEqualTo("a");
    assertThat(object.integer("i")).isEqualTo(7);
    assertThat(object.bool("b")).isTrue();
    assertThat(object.array("l")).containsExactly(new Json.Num("1"));
    assertThat(object.object("o")).containsKey("x");
    assertThat(object.has("s")).isTrue();
    assertThat(object.has("t")).isFalse();
  }

  @Test
  void an_error_names_the_member() {
    assertThatThrownBy(() -> object.get("t")).hasMessage("\"t\" is missing");
    assertThatThrownBy(() -> object.string("i")).hasMessage("\"i\" is not a string");
    assertThatThrownBy(() -> object.integer("s")).hasMessage("\"s\" is not a number");
    assertThatThrownBy(() -> object.integer("f")).hasMessage("\"f\" is not a whole number");
    assertThatThrownBy(() -> object.bool("s")).hasMessage("\"s\" is neither true nor false");
    assertThatThrownBy(() -> object.array("o")).hasMessage("\"o\" is not an array");
    assertThatThrownBy(() -> object.object("l")).hasMessage("\"l\" is not an object");
    assertThatThrownBy(() -> JsonObject.of(Json.parse("[]"))).isInstanceOf(JsonException.class);
  }

  @Test
  void members_are_added_last_and_leave_the_original_alone() {
    JsonObject one = JsonObject.empty().with("b", 1);
    JsonObject two = one.with("a", "x").with("c", true);
    assertThat(two.build().text()).isEqualTo("{\"b\":1,\"a\":\"x\",\"c\":true}");
    assertThat(one.build().text()).isEqualTo("{\"b\":1}");
  }
}
