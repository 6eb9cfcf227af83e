package vivarium.model.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** The rules of nbformat's schema for version 4.5, as far as they concern what is written here. */
final class NotebookSchema {
  private NotebookSchema() {}

  static void check(String text) {
    JsonObject notebook = JsonObject.of(Json.parse(text));
    only(notebook, Set.of("cells", "metadata", "nbformat", "nbformat_minor"));
    assertThat(notebook.integer("nbformat")).isEqualTo(4);
    boolean hasIds = notebook.integer("nbformat_minor") >= 5;
    Set<String> ids = new HashSet<>();
    for (Json item : notebook.array("cells")) {
      JsonObject cell = JsonObject.of(item);
      cell.object("metadata");
      multiline(cell.get("source"));
      if (hasIds) {
        assertThat(cell.string("id")).matches("[a-zA-Z0-9-_]{1,64}");
        assertThat(ids.add(cell.string("id"))).as("ids are unique").isTrue();
      }
      if (cell.string("cell_type").equals("code")) {
        count(cell.get("execution_count"));
        cell.array("outputs").forEach(NotebookSchema::output);
      }
    }
  }

  private static void output(Json json) {
    JsonObject output = JsonObject.of(json);
    switch (output.string("output_type")) {
      case "stream" -> {
        only(output, Set.of("output_type", "name", "text"));
        output.string("name");
        multiline(output.get("text"));
      }
      case "display_data" -> {
        only(output, Set.of("output_type", "data", "metadata"));
        data(output);
      }
      case "execute_result" -> {
        only(output, Set.of("output_type", "data", "metadata", "execution_count"));
        count(output.get("execution_count"));
        data(output);
      }
      default -> {
        assertThat(output.string("output_type")).isEqualTo("error");
        only(output, Set.of("output_type", "ename", "evalue", "traceback"));
        output.string("ename");
        output.string("evalue");
        assertThat(output.array("traceback")).allMatch(Json.Str.class::isInstance);
      }
    }
  }

  private static void data(JsonObject output) {
    output.object("metadata");
    for (Map.Entry<String, Json> value : output.object("data").entrySet()) {
      if (!value.getKey().matches("application/(.*\\+)?json")) {
        multiline(value.getValue());
      }
    }
  }

  private static void count(Json value) {
    assertThat(value).isInstanceOfAny(Json.Null.class, Json.Num.class);
  }

  private static void multiline(Json value) {
    if (value instanceof Json.Arr lines) {
      assertThat(lines.items()).allMatch(Json.Str.class::isInstance);
    } else {
      assertThat(value).isInstanceOf(Json.Str.class);
    }
  }

  private static void only(JsonObject object, Set<String> names) {
    assertThat(object.build().members().keySet()).isSubsetOf(names);
  }
}
