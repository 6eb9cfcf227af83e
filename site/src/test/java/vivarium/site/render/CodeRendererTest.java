package vivarium.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.model.text.Texts;
import vivarium.site.language.PageLanguage;

class CodeRendererTest {
  private static final String TWO = "<pre class=\"viv-stream\" data-stream=\"stdout\">2\n</pre>";

  private static String live(boolean inDeck, Outputs outputs, CellOptions options) {
    Html out = new Html();
    return renderer(out, inDeck).live(cell(outputs, options)).toString();
  }

  private static String shown(boolean inDeck, Outputs outputs, CellOptions options) {
    Html out = new Html();
    return renderer(out, inDeck).codeOf(cell(outputs, options)).toString();
  }

  private static CodeRenderer renderer(Html out, boolean inDeck) {
    FakeTypesetter typesetter = new FakeTypesetter();
    Texts english = PageLanguage.of("en", Map.of()).texts();
    return new CodeRenderer(
        out, typesetter, new Mathematics(typesetter, "a.md"), Map.of(), english, inDeck);
  }

  private static Cell cell(Outputs outputs, CellOptions options) {
    return new Cell(
        "a",
        "1 + 1",
        2,
        options,
        new LineSteps(List.of()),
        outputs,
        Optional.empty(),
        new Span(1, 1, 3));
  }

  private static Outputs two() {
    return new Outputs(List.of(new Output.Stream("stdout", "2\n")));
  }

  private static CellOptions output(String where) {
    return new CellOptions(Set.of(), Map.of(CellOptions.Key.OUTPUT, where));
  }

  @Test
  void a_live_cell_has_its_outputs_below_the_code() {
    assertThat(live(true, two(), CellOptions.NONE))
        .isEqualTo(
            "<viv-cell id=\"a\" state=\"static\"><pre class=\"viv-source\">"
                + "<code class=\"language-python\">1 + 1</code></pre>"
                + "<div class=\"viv-output\" aria-live=\"polite\">"
                + TWO
                + "</div></viv-cell>\n");
  }

  @Test
  void a_cell_that_is_shown_only_has_its_outputs_too() {
    assertThat(shown(false, two(), output("beside")))
        .isEqualTo(
            "<div class=\"viv-shown\" data-output=\"beside\">\n<pre class=\"viv-code\">"
                + "<code class=\"language-python\">1 + 1\n</code></pre>\n"
                + "<div class=\"viv-output\">"
                + TWO
                + "</div></div>\n");
    assertThat(shown(false, Outputs.NONE, CellOptions.NONE)).startsWith("<pre class=\"viv-code\">");
  }

  @Test
  void in_a_deck_outputs_may_wait_for_a_step() {
    assertThat(live(true, two(), output("step")))
        .contains("data-output=\"step\"", "<div class=\"viv-output fragment\" aria-live=");
    assertThat(shown(true, two(), output("step"))).contains("<div class=\"viv-output fragment\">");
    assertThat(live(false, two(), output("step"))).contains("<div class=\"viv-output\" aria-live=");
    assertThat(live(true, Outputs.NONE, output("step"))).doesNotContain("fragment");
  }

  @Test
  void what_runs_unseen_shows_nothing() {
    CellOptions hidden = new CellOptions(Set.of(CellOptions.Flag.HIDDEN), Map.of());
    assertThat(live(true, two(), hidden))
        .contains(" hidden", "<div class=\"viv-output\" aria-live=\"polite\"></div>");
  }
}
