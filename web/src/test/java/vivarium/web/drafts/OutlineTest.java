package vivarium.web.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

class OutlineTest {
  @Test
  void a_script_has_a_mark_before_each_part() {
    assertThat(outline().script())
        .isEqualTo(
            """
            # %% [markdown]
            # ## Títle

            # %% sum
            a = 1
            b = 2

            # %% größe
            c = 3
            """);
  }

  @Test
  void a_notebook_has_ids_that_the_format_allows_each_once() {
    Outline outline = outline();
    outline.code("sum", "again");
    JsonObject notebook = JsonObject.of(Json.parse(outline.notebook()));
    assertThat(notebook.array("cells"))
        .extracting(cell -> JsonObject.of(cell).string("id"))
        .doesNotHaveDuplicates()
        .contains("sum")
        .allMatch(id -> id.matches("[a-zA-Z0-9-_]{1,64}"));
  }

  private static Outline outline() {
    Outline outline = new Outline();
    outline.heading(2, "Títle");
    outline.code("sum", "a = 1\nb = 2");
    outline.code("größe", "c = 3");
    return outline;
  }
}
