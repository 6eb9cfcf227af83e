package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/** The notebook on its page: read, changed, run, kept and taken away. */
class NotebookPageTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String CODE = "total = 0\nfor n in [1, 2, 3]:\n    total += n\nprint(total)";
  private static final String LESSON = NotebookSite.lesson(CODE);
  private static final NotebookSite SITE = new NotebookSite(LESSON);

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static NotebookDriver open() {
    return new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(SITE.url());
  }

  @Test
  void without_javascript_everything_can_be_read() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(SITE.url());
    assertThat(page.locator("h1")).hasText("Sums");
    assertThat(page.locator(".katex").first()).isVisible();
    assertThat(page.locator(".viv-source").first()).hasText(CODE);
    assertThat(page.locator(".tok-keyword").first()).hasText("for");
    assertThat(page.locator(".viv-output").first()).hasText("6");
    assertThat(page.locator("a[download='lesson.ipynb']")).isVisible();
  }

  @Test
  void a_notebook_that_nobody_changed_is_downloaded_byte_by_byte() throws IOException {
    assertThat(open().download("Download as .ipynb")).isEqualTo(LESSON);
  }

  @Test
  void a_cell_is_changed_run_kept_and_downloaded_with_nothing_else_changed() throws IOException {
    NotebookDriver notebook = open();
    notebook.type(4, "total = 2\ntotal * 21").press("ControlOrMeta+Enter").ends(4);
    assertThat(notebook.output(4)).hasText("42");
    assertThat(notebook.count(4)).hasText("[1]");
    notebook.isSaved().reload();
    assertThat(notebook.cell(4).locator(".viv-source")).hasText("total = 2\ntotal * 21");
    assertThat(notebook.output(4)).hasText("42");
    assertThat(notebook.download("Download as .ipynb"))
        .isEqualTo(
            LESSON
                .replace("    \"total * 7\"\n", "    \"total = 2\\n\",\n    \"total * 21\"\n")
                .replace("   \"execution_count\": null,\n", "   \"execution_count\": 1,\n")
                .replace(
                    "   \"outputs\": [],\n",
                    """
                       "outputs": [
                        {
                         "data": {
                          "text/plain": [
                           "42"
                          ]
                         },
                         "execution_count": 1,
                         "metadata": {},
                         "output_type": "execute_result"
                        }
                       ],
                    """));
  }

  @Test
  void text_is_set_by_the_page_as_the_site_was_built() {
    NotebookDriver notebook = open();
    String built = notebook.cell(1).locator(".viv-nb-prose").innerHTML();
    notebook.type(1, "# Other").press("Shift+Enter");
    assertThat(notebook.cell(1).locator("h1")).hasText("Other");
    notebook.type(1, "# Sums\n\nA sum is $1 + 2$.").press("ControlOrMeta+Enter");
    assertThat(notebook.cell(1).locator(".katex").first()).isVisible();
    assertThat(notebook.cell(1).locator(".viv-nb-prose").innerHTML()).isEqualTo(built);
  }

  @Test
  void what_was_typed_survives_a_page_that_goes_in_the_middle() {
    NotebookDriver notebook = open();
    notebook.type(2, "kept = 1");
    for (int i = 0; i < 20; i++) {
      notebook.press("0");
    }
    notebook.page().navigate("about:blank");
    notebook.open(SITE.url());
    assertThat(notebook.cell(2).locator(".viv-source")).hasText("kept = 1" + "0".repeat(20));
  }

  @Test
  void cells_that_wait_are_let_go_when_one_fails() {
    NotebookDriver notebook = open();
    notebook.type(2, "1 / 0").press("Escape");
    notebook.command("Run all cells").ends(2);
    assertThat(notebook.output(2)).containsText("ZeroDivisionError");
    assertThat(notebook.cell(4).locator("viv-cell")).hasAttribute("state", "ready");
    assertThat(notebook.count(4)).hasText("");
  }
}
