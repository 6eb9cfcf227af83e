package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditingTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void nothing_went_wrong_unseen() {
    BuiltSite.refuse("");
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void names_and_attributes_of_the_running_python_are_completed_while_typing() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = ran(page, "measured_ages = [3, 4]");
    cell.type("");
    page.keyboard().type("meas");
    offers(page, "measured_ages");
    page.keyboard().press("Tab");
    page.keyboard().type(".appe");
    offers(page, "append");
    page.keyboard().press("Enter");
    assertThat(cell.editor()).hasText("measured_ages.append");
    assertThat(options(page)).hasCount(0);
  }

  @Test
  void before_python_is_up_the_cells_themselves_are_read() {
    BuiltSite.refuse("pyodide.asm.wasm");
    Page page = CHROMIUM.desktop("page.html");
    new CellDriver(page, "auto").reaches("failed");
    CellDriver cell = new CellDriver(page, "first").type("");
    page.keyboard().type("tallest = 1\ntal");
    offers(page, "tallest");
    page.keyboard().press("Enter");
    page.keyboard().type("\nTab");
    offers(page, "Table"); // Made by another cell.
    page.keyboard().press("Escape");
    page.keyboard().type("\nenum");
    offers(page, "enumerate");
    page.keyboard().press("Enter");
    page.keyboard().type("(");
    assertThat(cell.editor()).containsText("enumerate()");
    CHROMIUM.forgive(); // The refused file is what the test wanted.
  }

  @Test
  void while_a_cell_keeps_python_busy_the_cells_themselves_are_read() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver busy = new CellDriver(page, "many").type("while True: pass");
    page.keyboard().press("Control+Enter");
    busy.reaches("running");
    CellDriver cell = new CellDriver(page, "first").type("");
    page.keyboard().type("tallest = 1\ntal");
    offers(page, "tallest");
    page.keyboard().press("Enter");
    page.keyboard().type(".");
    page.keyboard().type("real = 2");
    assertThat(cell.editor()).containsText("tallest.real = 2");
  }

  @Test
  void while_a_cell_awaits_python_answers() {
    Page page = CHROMIUM.desktop("page.html");
    ran(page, "kept_word = 'a'");
    CellDriver waiting =
        new CellDriver(page, "many").type("import asyncio\nawait asyncio.sleep(600)");
    page.keyboard().press("Control+Enter");
    waiting.reaches("running");
    new CellDriver(page, "first").type("");
    page.keyboard().type("kept_word.upp");
    offers(page, "upper");
  }

  @Test
  void keys_paths_modules_and_arguments_are_completed() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell =
        ran(
            page,
            "ages = {'Ada': 36}\nopen('numbers.csv', 'w').close()\ndef greet(name, loud=False): pass");
    cell.type("");
    page.keyboard().type("ages[\"A");
    offers(page, "Ada");
    page.keyboard().press("Enter");
    page.keyboard().type(" + 1\nopen(\"num");
    offers(page, "numbers.csv");
    page.keyboard().press("Enter");
    page.keyboard().press("End");
    page.keyboard().type("\nimport stati");
    offers(page, "statistics");
    page.keyboard().press("Enter");
    page.keyboard().type("\ngreet('x', lo");
    offers(page, "loud=");
    page.keyboard().press("Enter");
    assertThat(cell.editor().locator(".cm-line"))
        .hasText(
            new String[] {
              "ages[\"Ada\"] + 1", "open(\"numbers.csv\")", "import statistics", "greet('x', loud=)"
            });
  }

  @Test
  void a_finished_word_does_not_hold_enter_back_and_escape_closes_the_list() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = ran(page, "total = 1\ntotality = 2");
    cell.type("");
    page.keyboard().type("total");
    assertThat(options(page)).hasCount(2);
    page.keyboard().press("Enter");
    page.keyboard().type("tot");
    assertThat(options(page)).hasCount(2);
    page.keyboard().press("Escape");
    assertThat(options(page)).hasCount(0);
    page.keyboard().press("Enter");
    page.keyboard().type("x");
    assertThat(cell.editor().locator(".cm-line")).hasText(new String[] {"total", "tot", "x"});
  }

  @Test
  void the_selected_entry_is_explained() {
    Page page = CHROMIUM.desktop("page.html");
    ran(page, "def area_of(width):\n    'How much it covers.'").type("");
    page.keyboard().type("area");
    offers(page, "area_of");
    assertThat(page.locator(".cm-completionInfo")).containsText("area_of(width)");
    assertThat(page.locator(".cm-completionInfo")).containsText("How much it covers.");
  }

  @Test
  void a_call_shows_its_parameters_and_which_one_is_being_written() {
    Page page = CHROMIUM.desktop("page.html");
    ran(page, "def area(width, height=1):\n    'How much it covers.'").type("");
    page.keyboard().type("area(");
    Locator signature = page.locator(".viv-signature");
    assertThat(signature).containsText("area(width, height=1)");
    assertThat(signature).containsText("How much it covers.");
    assertThat(signature.locator(".viv-parameter")).hasText("width");
    page.keyboard().type("2, ");
    assertThat(signature.locator(".viv-parameter")).hasText("height=1");
    page.keyboard().type("3)");
    assertThat(signature).hasCount(0);
    page.keyboard().press("Backspace");
    page.keyboard().type(",");
    assertThat(signature).isVisible();
    page.keyboard().press("Escape");
    assertThat(signature).hasCount(0);
  }

  @Test
  void a_name_under_the_pointer_is_documented() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = ran(page, "def area(width):\n    'How much it covers.'");
    cell.editor().getByText("area").first().hover();
    assertThat(page.locator(".viv-documentation")).containsText("area(width)");
    assertThat(page.locator(".viv-documentation")).containsText("How much it covers.");
  }

  @Test
  void shift_tab_documents_the_name_at_the_caret_and_dedents_where_there_is_none() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = ran(page, "def area(width):\n    'How much it covers.'");
    cell.type("area");
    page.keyboard().press("Shift+Tab");
    Locator box = page.locator(".viv-documentation-box");
    assertThat(box).containsText("How much it covers.");
    page.keyboard().press("Shift+Tab");
    assertThat(box).isFocused();
    page.keyboard().press("Escape");
    assertThat(box).hasCount(0);
    assertThat(cell.editor()).isFocused();
    cell.type("if 1:\n    7");
    page.keyboard().press("Shift+Tab"); // Nothing is known of a number.
    assertThat(lastLine(cell)).hasText(Pattern.compile("^7$"));
    cell.type("if 1:\n    area");
    page.keyboard().press("Home");
    page.keyboard().press("Shift+Tab");
    assertThat(lastLine(cell)).hasText(Pattern.compile("^area$"));
    assertThat(box).hasCount(0);
  }

  @Test
  void comments_carets_and_occurrences_have_their_keys() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first").type("x = 1\ny = x");
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().press("ControlOrMeta+/");
    assertThat(cell.editor().locator(".cm-line")).hasText(new String[] {"# x = 1", "# y = x"});
    page.keyboard().press("ControlOrMeta+/");
    assertThat(cell.editor().locator(".cm-line")).hasText(new String[] {"x = 1", "y = x"});
    page.keyboard().press("ControlOrMeta+Home");
    page.keyboard().press("ControlOrMeta+d");
    page.keyboard().press("ControlOrMeta+d");
    page.keyboard().type("z");
    assertThat(cell.editor().locator(".cm-line")).hasText(new String[] {"z = 1", "y = z"});
  }

  @Test
  void alt_and_a_click_make_one_more_caret() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first").type("one\ntwo");
    BoundingBox first = cell.editor().locator(".cm-line").first().boundingBox();
    page.keyboard().down("Alt");
    page.mouse().click(first.x + first.width / 2, first.y + first.height / 2);
    page.keyboard().up("Alt");
    page.keyboard().type("!");
    assertThat(cell.editor().locator(".cm-line")).hasText(new String[] {"one!", "two!"});
  }

  @Test
  void search_is_the_editors_while_it_has_the_focus() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first").type("egg = 1\nham = egg");
    page.keyboard().press("ControlOrMeta+f");
    Locator panel = cell.locator().locator(".cm-search");
    assertThat(panel.getByPlaceholder("Find")).isFocused();
    page.keyboard().type("egg");
    assertThat(cell.editor().locator(".cm-searchMatch")).hasCount(2);
    page.keyboard().press("Escape");
    assertThat(panel).hasCount(0);
    assertThat(cell.editor()).isFocused();
  }

  @Test
  void a_syntax_error_is_underlined_after_the_line_is_left_and_not_before() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = ran(page, "1");
    cell.type("x = = 2\ny = 1");
    Locator error = cell.editor().locator(".cm-lintRange-error");
    assertThat(error).hasText("=");
    assertThat(cell.editor()).hasAttribute("aria-invalid", "true");
    error.hover();
    assertThat(page.locator(".cm-diagnostic")).hasText("Invalid syntax");
    cell.type("");
    page.keyboard().type("print('a'");
    page.keyboard().press("Delete"); // The bracket that the editor has closed.
    assertThat(cell.editor()).hasText("print('a'");
    page.locator("h2").first().click();
    assertThat(error).containsText("("); // Once it is left.
    cell.type("x = 2");
    assertThat(cell.editor().locator(".cm-lintRange-error")).hasCount(0);
    assertThat(cell.editor()).not().hasAttribute("aria-invalid", "true");
  }

  @Test
  void who_comes_with_tab_leaves_with_tab_and_escape_frees_it_again() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = ran(page, "keep = 1\nkeeper = 2").becomesEditable();
    cell.locator().locator("[data-action=run]").focus();
    page.keyboard().press("Shift+Tab");
    assertThat(cell.editor()).isFocused();
    page.keyboard().press("Tab");
    assertThat(cell.editor()).not().isFocused();
    cell.type("");
    page.keyboard().type("kee");
    assertThat(options(page)).hasCount(2);
    page.keyboard().press("Escape"); // Closes the list: Tab is still the editor's.
    assertThat(options(page)).hasCount(0);
    page.keyboard().press("Tab");
    assertThat(cell.editor()).hasText(Pattern.compile("^\\s+kee$"));
    assertThat(cell.editor()).isFocused();
    page.keyboard().press("Escape");
    page.keyboard().press("Tab");
    assertThat(cell.editor()).not().isFocused();
  }

  @Test
  void in_a_deck_popups_stand_at_the_caret_and_escape_is_not_the_decks() {
    Page page = CHROMIUM.desktop("deck.html#/errors");
    CellDriver cell = new CellDriver(page, "fails");
    cell.type("word = 'a'").run();
    cell.type("");
    page.keyboard().type("wor");
    assertThat(options(page).first()).isVisible();
    BoundingBox caret = cell.editor().locator(".cm-line").boundingBox();
    BoundingBox list = page.locator(".cm-tooltip-autocomplete").boundingBox();
    assertThat(list.y).isBetween(caret.y + caret.height - 3, caret.y + caret.height + 3);
    assertThat(list.x).isBetween(caret.x - 40, caret.x + 40);
    page.keyboard().press("Escape");
    assertThat(options(page)).hasCount(0);
    page.keyboard().type("d");
    page.keyboard().press("Shift+Tab");
    assertThat(page.locator(".viv-documentation-box")).isVisible();
    page.keyboard().press("Shift+Tab");
    assertThat(page.locator(".viv-documentation-box")).isFocused();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Escape");
    assertThat(cell.editor()).isFocused();
    assertThat(page.locator(".reveal.overview")).hasCount(0);
    assertThat(page.url()).endsWith("#/errors");
  }

  @Test
  void on_a_phone_popups_stay_on_the_screen() {
    Page page = CHROMIUM.phone("page.html");
    CellDriver cell =
        ran(page, "a_name_that_is_much_too_long_to_fit_into_the_window_of_a_phone = 1");
    cell.type("");
    page.keyboard().type("                        a_na");
    assertThat(options(page)).hasCount(1);
    BoundingBox list = page.locator(".cm-tooltip-autocomplete").boundingBox();
    assertThat(list.x).isNotNegative();
    assertThat(list.x + list.width).isLessThanOrEqualTo(390);
  }

  @Test
  void objects_that_resist_are_left_alone() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell =
        ran(
            page,
            "class H:\n    def __getattr__(self, n): raise BaseException\n"
                + "    def __dir__(self): raise SystemExit\n    level = 1\nhostile = H()");
    cell.type("");
    page.keyboard().type("hostile.lev");
    offers(page, "level");
    page.keyboard().press("Enter");
    cell.run();
    assertThat(cell.outputText()).isEqualTo("1");
  }

  /** The first cell of a page, after it ran this code. */
  private static CellDriver ran(Page page, String code) {
    CellDriver cell = new CellDriver(page, "first").type(code).run();
    assertThat(cell.locator()).hasAttribute("state", "done");
    return cell;
  }

  private static Locator options(Page page) {
    return page.locator(".cm-tooltip-autocomplete [role=option]");
  }

  /** Waits until a list has this entry selected, and has stood for long enough to be meant. */
  private static void offers(Page page, String entry) {
    Eventually.holds(
        page,
        """
        (entry) => {
          const selected = document.querySelector(".cm-tooltip-autocomplete [aria-selected]")?.textContent;
          if (!selected?.endsWith(entry)) return (window.since = undefined), false;
          window.since ??= performance.now();
          return performance.now() - window.since > 100;
        }
        """,
        entry);
    page.evaluate("window.since = undefined");
  }

  private static Locator lastLine(CellDriver cell) {
    return cell.editor().locator(".cm-line").last();
  }
}
