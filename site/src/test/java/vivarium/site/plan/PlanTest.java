package vivarium.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.model.document.FrontMatter.Format;
import vivarium.parse.DocumentParser;
import vivarium.site.plan.Plan.Show;

class PlanTest {
  @Test
  void by_default_the_marked_cells_are_live() {
    assertThat(shows("marked", "", "run", "autorun", "readonly", "exercise=a", "norun"))
        .containsExactly(Show.CODE, Show.LIVE, Show.LIVE, Show.LIVE, Show.LIVE, Show.CODE);
    assertThat(shows("marked", "hidden", "setup", "env=a"))
        .containsExactly(Show.LIVE, Show.LIVE, Show.CODE);
  }

  @Test
  void all_are_live_but_those_that_shall_not_run() {
    assertThat(shows("all", "", "norun", "run norun"))
        .containsExactly(Show.LIVE, Show.CODE, Show.LIVE);
  }

  @Test
  void none_is_live_and_what_would_run_unseen_is_left_out() {
    assertThat(shows("none", "", "run", "hidden", "setup"))
        .containsExactly(Show.CODE, Show.CODE, Show.NOTHING, Show.NOTHING);
  }

  @Test
  void a_check_is_never_shown() {
    assertThat(shows("all", "exercise=a", "check=a")).containsExactly(Show.LIVE, Show.NOTHING);
  }

  @Test
  void a_live_cell_anywhere_needs_python() {
    assertThat(plan("> - ```python {run}\n>   1\n>   ```\n").hasLiveCells()).isTrue();
    assertThat(plan("```python\n1\n```\n").hasLiveCells()).isFalse();
  }

  @Test
  void a_notebook_needs_python_for_the_cells_that_readers_add() {
    assertThat(plan("---\nformat: notebook\n---\n").hasLiveCells()).isTrue();
    assertThat(plan("---\nformat: [page, notebook]\n---\n").formats())
        .containsExactly(Format.PAGE, Format.NOTEBOOK);
  }

  private static List<Show> shows(String live, String... options) {
    StringBuilder markdown = new StringBuilder("---\nlive: " + live + "\n---\n");
    for (String option : options) {
      markdown.append("```python {").append(option).append("}\n1\n```\n\n");
    }
    Plan plan = plan(markdown.toString());
    return plan.document().cells().stream().map(plan::show).toList();
  }

  private static Plan plan(String markdown) {
    byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
    return Plan.of(DocumentParser.parse("a.md", bytes).document());
  }
}
