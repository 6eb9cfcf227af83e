package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DraftsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private DraftSite.Host host;

  @BeforeEach
  void serve() throws IOException {
    host = new DraftSite.Host();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void what_was_typed_is_there_after_a_reload_at_once() {
    Page page = open("a/");
    new CellDriver(page, "named").type("print('mine')");
    page.reload();
    shows(page, "named", "print('mine')");
    assertThat(page.locator(".viv-versions")).hasCount(0);
  }

  @Test
  void each_key_is_kept_when_the_page_is_left_while_typing() {
    Page page = open("a/");
    new CellDriver(page, "named").type("x = 1");
    for (int i = 0; i < 30; i++) {
      page.keyboard().press("0");
    }
    page.navigate("about:blank");
    page.navigate(host.url("a/"));
    shows(page, "named", "x = 1" + "0".repeat(30));
  }

  @Test
  void one_document_has_one_draft_whatever_its_address_ends_in() {
    Page page = open("a/");
    new CellDriver(page, "named").type("mine()");
    page.navigate(host.url("a/index.html?view=page#two-cells"));
    shows(page, "named", "mine()");
  }

  @Test
  void two_sites_on_one_host_do_not_mix() {
    Page page = open("a/");
    new CellDriver(page, "named").type("mine()");
    page.navigate(host.url("b/"));
    shows(page, "named", "print(\"one\")");
    page.navigate(host.url("a/"));
    shows(page, "named", "mine()");
  }

  @Test
  void run_runs_the_draft_however_early_it_is_pressed() {
    Page page = open("a/");
    new CellDriver(page, "named").type("print('mine')");
    page.addInitScript(
        """
        customElements.whenDefined("viv-cell").then(() => document.getElementById("named").run());
        """);
    page.reload();
    CellDriver cell = new CellDriver(page, "named").reaches("done");
    assertThat(cell.outputText()).isEqualTo("mine");
  }

  @Test
  void a_deck_keeps_drafts_and_shares_them_with_its_page() {
    Page page = open("a/deck.html#/only");
    new CellDriver(page, "slide").type("print('mine')");
    page.reload();
    shows(page, "slide", "print('mine')");
    page.navigate(host.url("a/deck.page.html"));
    shows(page, "slide", "print('mine')");
  }

  @Test
  void a_renamed_slide_and_inserted_cells_leave_drafts_with_their_cells() throws IOException {
    Page page = open("a/");
    new CellDriver(page, "two-cells-cell").type("value = 21");
    new CellDriver(page, "two-cells-cell-2").type("print('mine')");
    new CellDriver(page, "alike-cell-2").type("second()");
    host.publish();
    page.navigate(host.url("a/"));
    shows(page, "several-cells-cell", "inserted = True");
    shows(page, "several-cells-cell-2", "value = 21");
    shows(page, "several-cells-cell-3", "print('mine')");
    shows(page, "alike-cell-2", "...");
    shows(page, "alike-cell-3", "second()");
    assertThat(page.locator(".viv-versions")).hasCount(0);
    new CellDriver(page, "several-cells-cell-3").type("print('still mine')");
    page.reload();
    shows(page, "several-cells-cell-3", "print('still mine')");
  }

  @Test
  void a_cell_that_its_author_changed_shows_both_versions_to_choose_from() throws IOException {
    Page page = open("a/");
    new CellDriver(page, "named").type("print('mine')");
    host.publish();
    page.navigate(host.url("a/"));
    shows(page, "named", "print('mine')");
    Locator bar = page.locator("#named .viv-versions");
    assertThat(bar).containsText("The author changed this cell.");
    assertThat(page.locator(".viv-versions")).hasCount(1);
    bar.locator("[data-action=compare]").click();
    assertThat(bar.locator("del")).hasText("− print('mine')");
    assertThat(bar.locator("ins")).hasText("+ print(\"one, by its author\")");
    bar.locator("[data-action=keep]").click();
    assertThat(bar).hasCount(0);
    page.reload();
    shows(page, "named", "print('mine')");
    assertThat(bar).hasCount(0);
  }

  @Test
  void the_authors_new_version_can_be_taken_and_that_undone() throws IOException {
    Page page = open("a/");
    new CellDriver(page, "named").type("print('mine')");
    host.publish();
    page.navigate(host.url("a/"));
    Locator bar = page.locator("#named .viv-versions");
    bar.locator("[data-action=take]").click();
    shows(page, "named", "print(\"one, by its author\")");
    bar.locator("[data-action=undo]").click();
    shows(page, "named", "print('mine')");
    assertThat(bar).hasCount(0);
    page.reload();
    shows(page, "named", "print('mine')");
  }

  @Test
  void a_new_version_of_a_cell_that_nobody_edited_is_simply_shown() throws IOException {
    Page page = open("a/");
    new CellDriver(page, "named").type("changed").type("print(\"one\")");
    host.publish();
    page.navigate(host.url("a/"));
    shows(page, "named", "print(\"one, by its author\")");
    assertThat(page.locator(".viv-versions")).hasCount(0);
  }

  @Test
  void what_is_typed_in_one_tab_appears_in_the_other_both_ways() {
    Page left = open("a/");
    Page right = left.context().newPage();
    right.navigate(host.url("a/"));
    new CellDriver(left, "named").type("left()");
    shows(right, "named", "left()");
    new CellDriver(right, "named").type("right()");
    shows(left, "named", "right()");
    assertThat(left.locator(".viv-versions")).hasCount(0);
    assertThat(right.locator(".viv-versions")).hasCount(0);
  }

  @Test
  void of_two_tabs_that_know_nothing_of_each_other_none_writes_over_the_other() {
    Page left = open("a/");
    new CellDriver(left, "named").type("both()");
    kept(left, "both()");
    Page right = left.context().newPage();
    right.addInitScript("delete window.BroadcastChannel;");
    right.navigate(host.url("a/"));
    shows(right, "named", "both()");
    new CellDriver(left, "named").type("left()");
    kept(left, "left()");
    right.evaluate("document.getElementById('named').code = 'right()'");
    Locator bar = right.locator("#named .viv-versions");
    assertThat(bar).containsText("Two tabs have two versions");
    bar.locator("[data-action=compare]").click();
    assertThat(bar.locator("ins")).hasText("+ left()");
    comesBackTo(left);
    assertThat(left.locator("#named .viv-versions")).containsText("Two tabs have two versions");
    shows(left, "named", "left()");
    bar.locator("[data-action=take]").click();
    shows(right, "named", "left()");
    assertThat(bar).hasCount(0);
    comesBackTo(left);
    assertThat(left.locator("#named .viv-versions")).hasCount(0);
    shows(left, "named", "left()");
  }

  @Test
  void a_reset_can_be_undone_and_what_was_reset_is_not_shown_again() {
    Page page = open("a/");
    CellDriver cell = new CellDriver(page, "named").type("mine()");
    kept(page, "mine()");
    cell.locator().locator("[data-action=reset]").click();
    shows(page, "named", "print(\"one\")");
    page.reload();
    shows(page, "named", "print(\"one\")");
    cell.type("again()");
    cell.locator().locator("[data-action=reset]").click();
    cell.locator().locator("[data-action=undo]").click();
    shows(page, "named", "again()");
    page.reload();
    shows(page, "named", "again()");
  }

  @Test
  void the_page_is_printed_with_what_was_typed_before_a_reload() {
    Page page = open("a/");
    new CellDriver(page, "named").type("mine()");
    page.reload();
    shows(page, "named", "mine()");
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("#named .viv-source")).hasText("mine()");
  }

  private Page open(String path) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(host.url(path));
    return page;
  }

  /** What a tab does when its reader looks at it again. */
  private static void comesBackTo(Page page) {
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  }

  /** The cell has this code. */
  private static void shows(Page page, String id, String code) {
    Eventually.holds(
        page, "([id, code]) => document.getElementById(id)?.code === code", List.of(id, code));
  }

  /** The browser has kept this text. */
  private static void kept(Page page, String text) {
    Eventually.holds(
        page,
        """
        (text) => new Promise((resolve) => {
          const opening = indexedDB.open("vivarium");
          opening.onsuccess = () => {
            const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result.some((record) => JSON.parse(record).text === text));
            };
          };
        })
        """,
        text);
  }
}
