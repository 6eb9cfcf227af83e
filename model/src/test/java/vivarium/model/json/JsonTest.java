package vivarium.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>, and nothing beyond it. */
class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "-0.0",
        "1.0",
        "10",
        "1e5",
        "1E+5",
        "1e-05",
        "0e0",
        "0.10",
        "-1.5e300",
        "1e999999",
        "123456789012345678901234567890.123456789",
        "\"\"",
        "\"a\"",
        "\"é日😀\"",
        "\"\u2028\"",
        "\" \"",
        "[]",
        "[[]]",
        "[1,2]",
        "{}",
        "{\"\":{}}",
        "{\"b\":1,\"a\":[true,null]}",
      })
  void compact_json_comes_back_as_it_was(String text) {
    assertThat(Json.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          [ 1 , 2 ] -> [1,2]
          { "a" : 1 } -> {"a":1}
          "\\/" -> "/"
          "\\u0041" -> "A"
          "\\u00e9\\u00E9" -> "éé"
          "\\ud83d\\ude00" -> "😀"
          "\\ud83d" -> "\\ud83d"
          "\\ude00\\ud83d" -> "\\ude00\\ud83d"
          "\\b\\f\\n\\r\\t\\"\\\\" -> "\\u0008\\u000c\\n\\r\\t\\"\\\\"
          "\\u0000\\u001f\\u007f" -> "\\u0000\\u001f\\u007f"
          """)
  void json_is_written_in_one_way(String text, String written) {
    assertThat(Json.parse(text).text()).isEqualTo(written);
    assertThat(Json.parse(written).text()).isEqualTo(written);
  }

  @Test
  void white_space_is_allowed_around_every_token() {
    assertThat(Json.parse("\t\r\n {\n\"a\"\t:\r[ ]\n,\n\"b\" : 1 }\n ").text())
        .isEqualTo("{\"a\":[],\"b\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nul",
        "nulL",
        "True",
        "truefalse",
        "NaN",
        "Infinity",
        "-",
        "+1",
        "01",
        "-01",
        ".5",
        "5.",
        "1.e1",
        "1e",
        "1e+",
        "0x10",
        "1_000",
        "१",
        "--1",
        "1 2",
        "'a'",
        "\"",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\U0041\"",
        "\"a\nb\"",
        "\"\t\"",
        "\"\u0000\"",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1;2]",
        "{",
        "}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "[1}",
        "// a\n1",
        "1 # a",
        "\uFEFF1",
        "\u00a01",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
      })
  void what_is_not_json_is_refused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          [1,] -> at character 4: a value was expected
          {"a" 1} -> at character 6: ':' was expected
          [1 2] -> at character 4: ',' or ']' was expected
          {"a":1] -> at character 7: ',' or '}' was expected
          1 2 -> at character 3: nothing more was expected
          {"a":1,"a":2} -> the member "a" is given twice
          """)
  void an_error_says_where_and_what(String text, String message) {
    assertThatThrownBy(() -> Json.parse(text)).hasMessage(message);
  }

  @Test
  void nesting_ends_at_five_hundred_levels() {
    String deep = "[".repeat(500) + "]".repeat(500);
    assertThat(Json.parse(deep).text()).isEqualTo(deep);
    assertThatThrownBy(() -> Json.parse("[" + deep + "]"))
        .isInstanceOf(JsonException.class)
        .hasMessage("nested deeper than 500");
    String siblings = "[" + "[],".repeat(1_000) + "{}]";
    assertThat(Json.parse(siblings).text()).isEqualTo(siblings);
  }

  @Test
  @Timeout(5)
  void hostile_text_is_refused_soon() {
    for (String piece : List.of("[", "{\"a\":", "\"\\u0041", "1", "{\"\":[", "-", "\\")) {
      String text = piece.repeat(200_000);
      assertThatThrownBy(() -> Json.parse(text + "!")).isInstanceOf(JsonException.class);
    }
  }

  @Test
  void no_digit_of_a_number_is_lost() {
    Json.Num number = (Json.Num) Json.parse("3.14159265358979323846264338327950288");
    assertThat(number.literal()).isEqualTo("3.14159265358979323846264338327950288");
    assertThat(Json.parse("1.0")).isNotEqualTo(Json.parse("1"));
  }

  @Test
  void a_whole_number_is_an_int() {
    assertThat(new Json.Num("-42").asInt()).isEqualTo(-42);
    assertThatThrownBy(() -> new Json.Num("1.0").asInt()).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> new Json.Num("2147483648").asInt())
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void members_keep_their_order() {
    Json.Obj object = (Json.Obj) Json.parse("{\"z\":1,\"a\":2,\"m\":3}");
    assertThat(object.members().keySet()).containsExactly("z", "a", "m");
    assertThat(new Json.Obj(Map.of())).isEqualTo(Json.parse("{}"));
  }

  @Test
  void values_are_made_from_java() {
    Json list = Json.of(List.of(Json.of("a\n"), Json.of(1), Json.of(true), new Json.Null()));
    assertThat(list.text()).isEqualTo("[\"a\\n\",1,true,null]");
  }
}
