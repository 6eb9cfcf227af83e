package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

class WorkMenuTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;
  private DraftSite.Host host;
  private Page page;

  @BeforeEach
  void open() throws IOException {
    host = new DraftSite.Host();
    page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(host.url("a/"));
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void the_mark_is_quiet_until_there_is_work_and_then_says_that_it_is_saved() {
    Locator state = page.locator(".viv-work-state");
    assertThat(state).isEmpty();
    new CellDriver(page, "named").type("mine()");
    assertThat(state).hasText("Saved");
    page.reload();
    assertThat(state).hasText("Saved");
  }

  @Test
  void the_menu_opens_and_closes_with_the_keyboard() {
    page.locator(".viv-work button").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog.viv-dialog")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.viv-dialog")).isHidden();
    assertThat(page.locator(".viv-work button")).isFocused();
  }

  @Test
  void work_is_downloaded_as_a_script_with_headings_and_all_cells() throws IOException {
    new CellDriver(page, "named").type("print('mine')");
    Path file = download("py", "index.py");
    assertThat(Files.readString(file))
        .startsWith("# %% [markdown]\n# # Lesson\n\n# %% [markdown]\n# ## Begin\n")
        .contains("# %% named\nprint('mine')\n")
        .contains("# %% two-cells-cell\nvalue = 20\n")
        .contains("# %% fixed\nprint(\"fixed\")\n");
  }

  @Test
  void work_is_downloaded_as_a_notebook() throws IOException {
    new CellDriver(page, "named").type("a = 1\nb = 2");
    JsonObject notebook =
        JsonObject.of(Json.parse(Files.readString(download("ipynb", "index.ipynb"))));
    assertThat(notebook.integer("nbformat")).isEqualTo(4);
    assertThat(notebook.integer("nbformat_minor")).isEqualTo(5);
    List<JsonObject> cells = notebook.array("cells").stream().map(JsonObject::of).toList();
    assertThat(cells).extracting(cell -> cell.string("id")).doesNotHaveDuplicates();
    JsonObject code =
        cells.stream().filter(cell -> cell.string("id").equals("named")).findFirst().orElseThrow();
    assertThat(code.string("cell_type")).isEqualTo("code");
    assertThat(code.string("source")).isEqualTo("a = 1\nb = 2");
    assertThat(code.array("outputs")).isEmpty();
  }

  @Test
  void work_that_was_downloaded_as_json_is_restored_in_another_browser() throws IOException {
    new CellDriver(page, "named").type("mine()");
    new CellDriver(page, "two-cells-cell").type("value = 'é\ud83d\ude00'");
    Path file = download("json", "index.work.json");
    Path copy = Files.copy(file, folder.resolve("copy.json"));
    Page other = CHROMIUM.blank(new Browser.NewContextOptions());
    other.navigate(host.url("a/"));
    restore(other, copy);
    assertThat(other.locator(".viv-dialog")).containsText("2 pieces were restored.");
    shows(other, "named", "mine()");
    shows(other, "two-cells-cell", "value = 'é\ud83d\ude00'");
    other.reload();
    shows(other, "named", "mine()");
  }

  @Test
  void restoring_writes_over_nothing() throws IOException {
    new CellDriver(page, "named").type("then()");
    Path copy = Files.copy(download("json", "index.work.json"), folder.resolve("copy.json"));
    page.keyboard().press("Escape");
    new CellDriver(page, "named").type("now()");
    restore(page, copy);
    Locator bar = page.locator("#named .viv-versions");
    assertThat(bar).hasCount(1);
    shows(page, "named", "now()");
    page.keyboard().press("Escape");
    bar.locator("[data-action=take]").click();
    shows(page, "named", "then()");
    openMenu(page);
    assertThat(page.locator(".viv-earlier li")).hasCount(1);
    assertThat(page.locator(".viv-earlier pre")).hasText("now()");
  }

  @Test
  void a_file_that_is_none_is_refused() throws IOException {
    restore(page, Files.writeString(folder.resolve("x.json"), "{\"format\": \"other\"}"));
    assertThat(page.locator(".viv-dialog")).containsText("This is not a file that was downloaded");
  }

  @Test
  void all_cells_are_reset_and_what_was_in_them_can_be_put_back() {
    new CellDriver(page, "named").type("mine()");
    new CellDriver(page, "gone").type("also()");
    openMenu(page);
    page.locator(".viv-dialog [data-action=reset-all]").click();
    shows(page, "named", "print(\"one\")");
    shows(page, "gone", "print(\"gone\")");
    assertThat(page.locator(".viv-earlier li")).hasCount(2);
    page.reload();
    shows(page, "named", "print(\"one\")");
    openMenu(page);
    Locator item =
        page.locator(".viv-earlier li").filter(new Locator.FilterOptions().setHasText("named"));
    item.locator("summary").click();
    item.locator("[data-action=take-up]").click();
    shows(page, "named", "mine()");
    assertThat(page.locator(".viv-earlier li")).hasCount(1);
  }

  @Test
  void work_in_a_cell_that_is_gone_is_earlier_work() throws IOException {
    new CellDriver(page, "gone").type("precious()");
    host.publish();
    page.navigate(host.url("a/"));
    assertThat(page.locator("#gone")).hasCount(0);
    openMenu(page);
    Locator item = page.locator(".viv-earlier li");
    assertThat(item).hasCount(1);
    item.locator("summary").click();
    assertThat(item.locator("pre")).hasText("precious()");
    Download download = page.waitForDownload(() -> item.locator("[data-action=download]").click());
    assertThat(Files.readString(download.path())).isEqualTo("precious()\n");
    item.locator("[data-action=delete]").click();
    assertThat(item).hasCount(0);
    page.reload();
    openMenu(page);
    assertThat(item).hasCount(0);
  }

  @Test
  void erasing_names_what_goes_and_then_it_is_gone_from_all_tabs() {
    Page other = page.context().newPage();
    other.navigate(host.url("a/"));
    new CellDriver(page, "named").type("mine()");
    shows(other, "named", "mine()");
    openMenu(page);
    page.locator(".viv-dialog [data-action=erase]").click();
    assertThat(page.locator(".viv-dialog")).containsText("your code of named");
    page.locator(".viv-dialog [data-action=erase-now]").click();
    shows(page, "named", "print(\"one\")");
    shows(other, "named", "print(\"one\")");
    page.reload();
    shows(page, "named", "print(\"one\")");
    openMenu(page);
    assertThat(page.locator(".viv-earlier")).hasCount(0);
  }

  private static void openMenu(Page page) {
    page.locator(".viv-work button").click();
  }

  private Path download(String format, String name) {
    openMenu(page);
    Download download =
        page.waitForDownload(
            () -> page.locator(".viv-dialog [data-action=download-" + format + "]").click());
    assertThat(download.suggestedFilename()).isEqualTo(name);
    return download.path();
  }

  private static void restore(Page page, Path file) {
    openMenu(page);
    page.waitForFileChooser(() -> page.locator(".viv-dialog [data-action=restore]").click())
        .setFiles(file);
  }

  private static void shows(Page page, String id, String code) {
    Eventually.holds(
        page, "([id, code]) => document.getElementById(id)?.code === code", List.of(id, code));
  }
}
