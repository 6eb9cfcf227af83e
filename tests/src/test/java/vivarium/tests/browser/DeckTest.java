package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeckTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_deck_opens_on_its_title_and_arrows_turn_the_slides() {
    Page page = deck("");
    assertThat(current(page).locator("h1")).hasText("A deck for tests");
    page.keyboard().press("ArrowRight");
    assertThat(current(page).locator("h2")).hasText("Sum a list");
    assertThat(page).hasURL(Pattern.compile("#/sum-a-list$"));
  }

  @Test
  void a_slide_opens_by_its_address_and_another_below_it() {
    Page page = deck("#/columns");
    assertThat(current(page).locator("h2")).hasText("Columns");
    page.keyboard().press("ArrowDown");
    assertThat(current(page).locator("h2")).hasText("Below");
  }

  @Test
  void steps_emphasise_lines_before_and_after_the_code_is_editable() {
    Page page = deck("#/sum-a-list");
    CellDriver cell = new CellDriver(page, "sum-a-list-cell").becomesEditable();
    Locator faint = cell.locator().locator(".cm-line.viv-dim");
    assertThat(faint).hasCount(3);
    page.keyboard().press("ArrowRight");
    assertThat(faint).hasText(new String[] {"total = 0", "total"});
    page.keyboard().press("ArrowRight");
    assertThat(faint).hasCount(0);
    page.keyboard().press("ArrowRight");
    assertThat(current(page).locator("h2")).hasText("Streams");
  }

  @Test
  void keys_typed_into_a_cell_never_turn_a_slide() {
    Page page = deck("#/streams");
    CellDriver cell = new CellDriver(page, "both").type("");
    page.keyboard().type("nbpfos ?");
    for (String key : new String[] {"ArrowLeft", "ArrowRight", "Home", "End", "PageDown"}) {
      page.keyboard().press(key);
    }
    assertThat(cell.editor()).hasText("nbpfos ?");
    assertThat(current(page).locator("h2")).hasText("Streams");
    assertThat(page.locator(".reveal.overview, .reveal.paused")).hasCount(0);
  }

  @Test
  void shift_enter_runs_and_goes_to_the_next_cell_of_the_slide() {
    Page page = deck("#/two-cells-share-one-interpreter");
    new CellDriver(page, "uses").becomesEditable();
    CellDriver first = new CellDriver(page, "sets").becomesEditable();
    first.editor().click();
    page.keyboard().press("Shift+Enter");
    first.ends();
    assertThat(new CellDriver(page, "uses").editor()).isFocused();
    page.keyboard().press("Control+Enter");
    assertThat(new CellDriver(page, "uses").ends().outputText()).isEqualTo("42");
    assertThat(new CellDriver(page, "uses").editor()).isFocused();
  }

  @Test
  void tab_passes_through_an_editor_indents_after_typing_and_leaves_after_escape() {
    Page page = deck("#/streams");
    CellDriver cell = new CellDriver(page, "both").becomesEditable();
    cell.editor().focus();
    page.keyboard().press("Tab");
    assertThat(cell.editor()).not().isFocused();
    cell.type("x");
    page.keyboard().press("Home");
    page.keyboard().press("Tab");
    assertThat(cell.editor()).hasText("    x");
    assertThat(cell.editor()).isFocused();
    page.keyboard().press("Escape");
    page.keyboard().press("Tab");
    assertThat(cell.editor()).not().isFocused();
  }

  @Test
  void a_click_in_a_scaled_deck_puts_the_caret_where_it_points() {
    Page page = deck("#/streams");
    page.setViewportSize(760, 500);
    CellDriver cell = new CellDriver(page, "both").becomesEditable();
    cell.locator().locator(".cm-line").nth(1).locator(".tok-string").click();
    page.keyboard().press("End");
    page.keyboard().type("#");
    assertThat(cell.locator().locator(".cm-line").nth(1)).hasText("print(\"first\")#");
  }

  @Test
  void much_output_does_not_move_the_editor() {
    Page page = deck("#/streams");
    CellDriver cell = new CellDriver(page, "both");
    cell.type("for i in range(60): print(i)");
    double before = cell.editor().boundingBox().y;
    cell.run();
    assertThat(cell.editor().boundingBox().y).isEqualTo(before);
    assertThat(cell.output().boundingBox().height).isLessThan(450);
  }

  @Test
  void the_speakers_window_shows_the_notes_and_starts_no_python_in_its_copies() {
    Page page = deck("#/sum-a-list");
    Page speaker = page.waitForPopup(() -> page.keyboard().press("s"));
    assertThat(speaker.locator(".speaker-controls-notes"))
        .containsText("ask for a prediction first");
    Eventually.holds(speaker, "document.querySelectorAll('iframe').length === 2");
    assertThat(speaker.frames().stream().filter(frame -> frame.url().contains("receiver")).toList())
        .hasSize(2)
        .allSatisfy(
            frame -> assertThat(frame.locator("viv-cell:not([state=static])").count()).isZero());
  }

  @Test
  void a_long_program_scrolls_in_its_cell_and_its_output_stays_on_the_slide() {
    Page page = deck("#/both");
    CellDriver cell = new CellDriver(page, "both");
    cell.type("x = 1\n".repeat(60) + "'the end'").run();
    assertThat(cell.output()).hasText("'the end'");
    assertThat(cell.output().boundingBox().y).isLessThan(700);
  }

  @Test
  void columns_are_as_wide_as_their_author_says() {
    Page page = deck("#/columns");
    Locator columns = current(page).locator(".viv-column");
    double left = columns.nth(0).boundingBox().width;
    double right = columns.nth(1).boundingBox().width;
    assertThat(left / (left + right)).isBetween(0.38, 0.42);
  }

  @Test
  void in_the_scroll_view_cells_are_edited_and_run() {
    Page page = CHROMIUM.desktop("deck.html?view=scroll#/both");
    assertThat(page.locator(".reveal-scroll")).hasCount(1);
    CellDriver cell = new CellDriver(page, "both").type("'scrolled'").run();
    assertThat(cell.outputText()).isEqualTo("'scrolled'");
  }

  @Test
  void the_overview_shows_the_slides_and_enter_leaves_it() {
    Page page = deck("#/streams");
    page.keyboard().press("o");
    assertThat(page.locator(".reveal.overview")).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(page.locator(".reveal.overview")).hasCount(0);
  }

  @Test
  void going_live_shifts_nothing() {
    Page page = CHROMIUM.blank(new com.microsoft.playwright.Browser.NewContextOptions());
    page.addInitScript(
        """
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        """);
    page.route("**/codemirror.js", route -> {}); // Held back until the static code is measured.
    page.navigate(BuiltSite.url("page.html"));
    Locator code = page.locator("viv-cell[id=first] .viv-source");
    Eventually.holds(page, "document.fonts.status === 'loaded'");
    String still = boxes(page, "viv-cell[id=first]", ".viv-source");
    String text = page.locator("viv-cell[id=first] code").evaluate(CHARACTERS).toString();
    assertThat(code).isVisible();

    Page live = CHROMIUM.desktop("page.html");
    Eventually.holds(live, "document.fonts.status === 'loaded'");
    new CellDriver(live, "first").becomesEditable();
    live.setViewportSize(page.viewportSize().width, page.viewportSize().height);
    assertThat(boxes(live, "viv-cell[id=first]", ".viv-editor")).isEqualTo(still);
    assertThat(live.locator("viv-cell[id=first] .cm-content").evaluate(CHARACTERS).toString())
        .isEqualTo(text);

    Page measured = CHROMIUM.blank(new com.microsoft.playwright.Browser.NewContextOptions());
    measured.addInitScript(
        """
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const cells = entry.sources.some((s) => s.node?.closest?.("viv-cell"));
            if (cells) window.shift += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        """);
    measured.navigate(BuiltSite.url("page.html"));
    new CellDriver(measured, "first").becomesEditable();
    new CellDriver(measured, "table").becomesEditable();
    assertThat(((Number) measured.evaluate("window.shift")).doubleValue()).isZero();
  }

  /** Where each character of a piece of code stands, with its colour. */
  private static final String CHARACTERS =
      """
      (root) => {
        const found = [];
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          for (let i = 0; i < node.length; i++) {
            if (!node.data[i].trim()) continue;
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            const style = getComputedStyle(node.parentElement);
            found.push([node.data[i], box.x.toFixed(1), box.y.toFixed(1), style.color, style.fontSize].join(" "));
          }
        }
        return found.join("; ");
      }
      """;

  private static String boxes(Page page, String cell, String part) {
    return page.locator(cell)
        .evaluate(
            """
            (cell, part) => [cell, cell.querySelector(part), cell.nextElementSibling].map((e) => {
              const { x, y, width, height } = e.getBoundingClientRect();
              return [x, y, width, height].map((n) => n.toFixed(1)).join(" ");
            }).join("; ")
            """,
            part)
        .toString();
  }

  private static Page deck(String hash) {
    Page page = CHROMIUM.desktop("deck.html" + hash);
    assertThat(page.locator("html.viv-deck-ready")).hasCount(1);
    return page;
  }

  private static Locator current(Page page) {
    return page.locator("section.present:not(.stack)");
  }
}
