package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.model.notebook.NewNotebook;
import vivarium.tests.browser.Chromium;

/** A notebook of a thousand cells. */
class LongNotebookTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final int PAIRS = 500;

  private static String notebook() {
    NewNotebook notebook = new NewNotebook().raw("front", NotebookSite.FRONT_MATTER);
    for (int i = 0; i < PAIRS; i++) {
      notebook.markdown("text-" + i, "## Part " + i + "\n\nText with $x^{" + i + "}$.");
      notebook.code("code-" + i, "x = " + i + "\nx", List.of(), Optional.empty());
    }
    return notebook.text();
  }

  @Test
  void editors_are_made_only_where_the_reader_goes_and_the_last_cell_runs_as_the_first() {
    NotebookDriver notebook =
        new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions()))
            .open(new NotebookSite(notebook()).url());
    assertThat(notebook.cells()).hasCount(2 * PAIRS + 1);
    assertThat(notebook.page().locator(".cm-editor")).hasCount(0);
    notebook.select(0).press("ControlOrMeta+End");
    assertThat(notebook.cell(2 * PAIRS)).isFocused();
    notebook.type(2 * PAIRS, "6 * 7").press("ControlOrMeta+Enter").ends(2 * PAIRS);
    assertThat(notebook.output(2 * PAIRS)).hasText("42");
    notebook.press("k", "k", "b", "z");
    assertThat(notebook.cells()).hasCount(2 * PAIRS + 1);
    assertThat(notebook.page().locator(".cm-editor").count()).isLessThanOrEqualTo(2);
    assertThat(CHROMIUM.problems()).isEmpty();
  }
}
