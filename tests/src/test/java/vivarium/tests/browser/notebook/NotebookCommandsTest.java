package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/** What keys and commands do to the cells of a notebook. */
class NotebookCommandsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String LESSON = NotebookSite.lesson("total = 6\nprint(total)");
  private static final NotebookSite SITE = new NotebookSite(LESSON);

  private NotebookDriver notebook;

  @BeforeEach
  void open() {
    notebook = new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(SITE.url());
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void cells_are_added_moved_deleted_and_all_of_it_is_taken_back() throws IOException {
    notebook.select(1).press("b").select(1).press("a");
    assertThat(notebook.cells()).hasCount(7);
    notebook.select(0).press("Shift+j", "d", "d");
    assertThat(notebook.cells()).hasCount(5);
    notebook.select(4).press("ControlOrMeta+Shift+ArrowUp");
    assertThat(notebook.cell(4).locator("h2")).hasText("More");
    notebook.press("z", "z", "z", "z");
    assertThat(notebook.cells()).hasCount(5);
    assertThat(notebook.download("Download as .ipynb")).isEqualTo(LESSON);
  }

  @Test
  void keys_that_are_typed_into_a_cell_are_no_commands() {
    notebook.type(4, "").press("a", "b", "d", "d");
    assertThat(notebook.cells()).hasCount(5);
    assertThat(notebook.cell(4).locator(".cm-content")).hasText("abdd");
    notebook.press("Escape");
    assertThat(notebook.cell(4)).isFocused();
    notebook.press("k");
    assertThat(notebook.cell(3)).isFocused();
  }

  @Test
  void variables_are_listed_and_follow_the_cells() {
    notebook.type(4, "answer = 41").press("Shift+Enter").ends(4);
    notebook.command("Variables");
    Locator row = notebook.page().locator(".viv-variables tr", hasText("answer"));
    assertThat(row).containsText("41");
    notebook.type(4, "answer = 42").press("Shift+Enter").ends(4);
    assertThat(row).containsText("42");
    notebook.command("Variables");
    assertThat(row).isHidden();
  }

  @Test
  void a_cell_is_parted_where_the_caret_is_and_joined_again() {
    notebook.type(2, "one = 1\ntwo = 2").press("Home", "ControlOrMeta+Shift+Minus");
    assertThat(notebook.cells()).hasCount(6);
    assertThat(notebook.cell(2)).containsText("one = 1");
    assertThat(notebook.cell(3)).containsText("two = 2");
    notebook.press("Escape").select(2).press("Shift+m");
    assertThat(notebook.cells()).hasCount(5);
    assertThat(notebook.cell(2)).containsText("one = 1");
    assertThat(notebook.cell(2)).containsText("two = 2");
  }

  @Test
  void cells_change_their_kind_and_back() {
    notebook.select(4).press("m");
    assertThat(notebook.cell(4).locator(".viv-nb-prose p")).hasText("total * 7");
    notebook.press("2");
    assertThat(notebook.cell(4).locator("h2")).hasText("total * 7");
    notebook.press("z", "z");
    assertThat(notebook.cell(4).locator("viv-cell")).isVisible();
    notebook.press("r");
    assertThat(notebook.cell(4).locator(".viv-nb-raw")).hasText("total * 7");
  }

  @Test
  void cells_are_cut_copied_and_pasted() {
    notebook.select(1).press("c").select(4).press("v");
    assertThat(notebook.cell(5).locator("h1")).hasText("Sums");
    notebook.press("x").select(0).press("Shift+v");
    assertThat(notebook.cell(0).locator("h1")).hasText("Sums");
    assertThat(notebook.cells()).hasCount(6);
  }

  @Test
  void alt_enter_runs_and_adds_a_cell_and_the_last_cell_is_followed_by_a_new_one() {
    notebook.type(4, "7 * 6").press("Alt+Enter").ends(4);
    assertThat(notebook.output(4)).hasText("42");
    assertThat(notebook.cells()).hasCount(6);
    assertThat(notebook.cell(5).locator(".cm-content")).isFocused();
  }

  @Test
  void restarting_forgets_variables_and_counts_from_one() {
    notebook.type(4, "kept = 1").press("ControlOrMeta+Enter").ends(4);
    assertThat(notebook.count(4)).hasText("[1]");
    notebook.press("0", "0");
    notebook.type(4, "kept").press("ControlOrMeta+Enter");
    assertThat(notebook.output(4)).containsText("NameError", NotebookDriver.patiently());
    assertThat(notebook.count(4)).hasText("[1]");
  }

  @Test
  void an_endless_cell_is_stopped_and_says_so() {
    notebook.type(4, "while True: pass").press("ControlOrMeta+Enter");
    assertThat(notebook.count(4)).hasText("[*]");
    notebook.begins(4).press("i", "i").ends(4);
    assertThat(notebook.output(4)).containsText("Stopped");
    assertThat(notebook.count(4)).hasText("[1]");
  }

  @Test
  void lines_are_numbered_before_and_after_there_is_an_editor() {
    notebook.select(2).press("l");
    Locator code = notebook.cell(2).locator(".viv-source code");
    double left = code.boundingBox().x;
    notebook.press("Enter");
    Locator editor = notebook.cell(2).locator(".cm-content");
    assertThat(editor).isFocused();
    assertThat(notebook.cell(2).locator(".viv-source")).isHidden();
    assertThat(editor.boundingBox().x).isEqualTo(left);
    Object shown =
        notebook
            .cell(2)
            .locator(".cm-scroller")
            .evaluate("it => getComputedStyle(it, '::before').content");
    assertThat((String) shown).startsWith("\"1\\a 2\\a 3");
    notebook.press("Escape").reload();
    assertThat(notebook.page().locator(".viv-nb-numbered")).hasCount(1);
    notebook.select(2).press("l");
    assertThat(notebook.page().locator(".viv-nb-numbered")).hasCount(0);
  }

  @Test
  void the_list_of_shortcuts_and_the_palette_know_the_same_commands() {
    notebook.select(1).press("h");
    assertThat(notebook.page().locator("dialog[open]")).containsText("Shift+Enter");
    assertThat(notebook.page().locator("dialog[open]")).containsText("Split at the caret");
    notebook.press("Escape").select(1).press("p");
    notebook.page().locator(".viv-nb-palette input").fill("heading level 3");
    assertThat(notebook.page().locator(".viv-nb-palette li")).hasCount(1);
    notebook.press("Enter");
    assertThat(notebook.cell(1).locator("h3")).containsText("Sums");
  }

  @Test
  void what_is_found_in_all_cells_is_replaced_in_one_step() throws IOException {
    notebook.select(1).press("f");
    notebook.page().locator("[data-nb=find-text]").fill("total");
    assertThat(notebook.page().locator(".viv-nb-found")).hasText("3");
    notebook.press("Enter");
    assertThat(notebook.page().locator(".viv-nb-found")).hasText("1 / 3");
    notebook.page().locator("[data-nb=find-other]").fill("sum_of_all");
    notebook.button("replace-all");
    assertThat(notebook.page().locator(".viv-nb-found")).hasText("0");
    assertThat(notebook.cell(2)).containsText("print(sum_of_all)");
    assertThat(notebook.cell(4)).containsText("sum_of_all * 7");
    notebook.press("Escape");
    notebook.select(4).press("z");
    assertThat(notebook.download("Download as .ipynb")).isEqualTo(LESSON);
  }

  @Test
  void outputs_are_folded_away_and_stay_so() {
    notebook.select(2).press("o");
    assertThat(notebook.output(2).locator("pre")).isHidden();
    notebook.isSaved().reload();
    assertThat(notebook.output(2).locator("pre")).isHidden();
    notebook.select(2).press("o");
    assertThat(notebook.output(2).locator("pre")).isVisible();
  }

  @Test
  void headings_lead_to_their_cells() {
    notebook.button("contents");
    notebook.page().locator("dialog[open] li button").getByText("More").click();
    assertThat(notebook.cell(3)).isFocused();
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
