package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All pages, in each state of a cell, by the rules of axe: those of WCAG 2.2 AA and more. */
class AccessibilityTest {
  private static final String CHECK =
      """
      async () => {
        const { violations } = await axe.run(document);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`.slice(0, 400)));
      }
      """;

  private static String axe = "";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @BeforeAll
  static void load() throws IOException {
    axe = Files.readString(Path.of("..", "node_modules", "axe-core", "axe.min.js"));
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "page.html,  first, LIGHT, 1280, 720",
    "page.html,  first, DARK,  1280, 720",
    "page.html,  first, LIGHT, 390,  844",
    "deck.html,  both,  LIGHT, 1280, 720",
    "deck.html,  both,  DARK,  1280, 720",
    "deck.html,  both,  DARK,  390,  844",
  })
  void everyone_can_use_a_cell_in_each_of_its_states(
      String name, String id, ColorScheme scheme, int width, int height) {
    Page page =
        CHROMIUM.open(
            name.equals("deck.html") ? name + "#/streams" : name,
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    page.evaluate(axe + "; null");
    CellDriver cell = new CellDriver(page, id).reaches("ready");
    assertNothingIsWrong(page, "ready");
    cell.becomesEditable();
    assertNothingIsWrong(page, "with an editor");
    Map<String, String> codes =
        Map.of(
            "done", "print('text')\n[1, 2]",
            "failed", "def invert(x):\n    return 1 / x\n\ninvert(0)",
            "running", "while True: pass");
    for (String state : List.of("done", "failed", "running")) {
      page.evaluate(
          "([id, code]) => { const cell = document.getElementById(id); cell.code = code; cell.run(); }",
          List.of(id, codes.get(state)));
      cell.reaches(state);
      assertNothingIsWrong(page, state);
    }
    page.evaluate("id => document.getElementById(id).stop()", id);
    cell.reaches("stopped");
    assertNothingIsWrong(page, "stopped");
  }

  @Test
  void everyone_can_use_a_page_without_live_cells() {
    Page page = CHROMIUM.desktop("index.html");
    page.evaluate(axe + "; null");
    assertNothingIsWrong(page, "contents");
  }

  @ParameterizedTest
  @CsvSource({"page.html, 640", "page.html, 320", "deck.html, 640", "deck.html, 320"})
  void text_that_is_twice_as_large_or_a_narrow_window_needs_no_scrolling_sideways(
      String name, int width) {
    Page page = CHROMIUM.open(name, new Browser.NewContextOptions().setViewportSize(width, 360));
    Eventually.holds(page, "document.querySelector('viv-cell[state=ready]')");
    String beyond =
        """
        () => Array.from(document.querySelectorAll("p, h1, h2, button, viv-cell, .viv-state"))
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 100))
        """;
    assertThat(page.evaluate(beyond)).isEqualTo(List.of());
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.html", "deck.html"})
  void for_readers_who_want_no_motion_nothing_moves(String name) {
    Page page =
        CHROMIUM.open(name, new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    Eventually.holds(page, "document.querySelector('viv-cell[state=ready]')");
    String moving =
        """
        () => Array.from(document.querySelectorAll("body *"))
          .filter((element) => {
            const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
            return parseFloat(transitionDuration) > 0.01 ||
              (animationName !== "none" && parseFloat(animationDuration) > 0.01);
          })
          .map((element) => element.outerHTML.slice(0, 100))
        """;
    assertThat(page.evaluate(moving)).isEqualTo(List.of());
  }

  @Test
  void a_cell_can_be_used_with_the_keyboard_alone_and_shows_where_the_focus_is() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first").reaches("ready");
    page.keyboard().press("Tab");
    for (int i = 0; i < 20 && !isIn(page, "#first :is(.viv-source, .cm-content)"); i++) {
      page.keyboard().press("Tab");
    }
    Eventually.holds(page, "document.activeElement.matches('#first .cm-content')");
    page.keyboard().type("# mine\n");
    page.keyboard().press("Control+Enter");
    cell.ends();
    assertThat(cell.outputText()).isEqualTo("one 2");
    page.keyboard().press("Escape");
    for (String action : List.of("run", "reset")) {
      page.keyboard().press(action.equals("run") ? "Shift+Tab" : "Tab");
      for (int i = 0; i < 10 && !isIn(page, "#first [data-action=" + action + "]"); i++) {
        page.keyboard().press("Tab");
      }
      assertThat(isIn(page, "#first [data-action=" + action + "]")).as(action).isTrue();
      String outline =
          "() => { const style = getComputedStyle(document.activeElement);"
              + " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1; }";
      assertThat(page.evaluate(outline)).as("outline of " + action).isEqualTo(true);
    }
    page.keyboard().press("Enter");
    assertThat((String) page.evaluate("document.getElementById('first').code"))
        .doesNotContain("mine");
  }

  private static boolean isIn(Page page, String selector) {
    return (boolean)
        page.evaluate("selector => document.activeElement.matches(selector)", selector);
  }

  private static void assertNothingIsWrong(Page page, String state) {
    assertThat(page.evaluate(CHECK)).as(state).isEqualTo(List.of());
  }
}
