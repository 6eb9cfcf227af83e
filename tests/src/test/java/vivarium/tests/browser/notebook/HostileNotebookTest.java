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

/** Notebooks that want to act on the page, and those that hold what pages cannot. */
class HostileNotebookTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String EVIL =
      "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"
          + "<a href='javascript:window.hacked=1'>a</a><svg onload='window.hacked=1'></svg>";

  private static final String NOTEBOOK =
      """
      {
       "cells": [
        {
         "cell_type": "raw", "id": "front", "metadata": {},
         "source": ["---\\n", "format: notebook\\n", "---"]
        },
        {
         "cell_type": "markdown", "id": "text", "metadata": {"odd": 1.0},
         "source": ["Begin EVIL end \\ud800."]
        },
        {
         "cell_type": "code", "id": "out", "metadata": {"n": 12345678901234567890123.50},
         "execution_count": 1,
         "outputs": [
          {"output_type": "display_data", "metadata": {}, "data": {"text/html": ["EVIL"]}},
          {"output_type": "display_data", "metadata": {}, "data": {"text/markdown": ["EVIL"]}},
          {"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": ["EVIL"]}},
          {"output_type": "stream", "name": "stdout", "text": ["EVIL"]}
         ],
         "source": ["'</code></pre>EVIL'"]
        },
        {"cell_type": "raw", "id": "raw", "metadata": {}, "source": ["</pre>EVIL"]},
        {"cell_type": "code", "id": "last", "metadata": {}, "execution_count": null, "outputs": [],
         "source": ["1"]}
       ],
       "metadata": {"kernelspec": {"display_name": "P", "language": "python", "name": "p"}},
       "nbformat": 4, "nbformat_minor": 5
      }
      """
          .replace("EVIL", EVIL);

  private static final NotebookSite SITE = new NotebookSite(NOTEBOOK);

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).filteredOn(it -> !it.contains("404")).isEmpty();
  }

  @Test
  void nothing_in_a_notebook_acts_on_the_page() {
    NotebookDriver notebook = open();
    notebook.type(1, "Now " + EVIL).press("Shift+Enter");
    assertThat(notebook.cell(1).locator(".viv-nb-prose")).containsText("Now");
    notebook.select(2).press("c", "v"); // Its outputs are shown once more, by the page.
    assertThat(notebook.cells()).hasCount(6);
    notebook.type(1, "Done").press("Shift+Enter");
    assertThat(notebook.cell(1).locator(".viv-nb-prose")).hasText("Done");
    assertThat(notebook.page().evaluate("window.hacked")).isNull();
    assertThat(notebook.page().locator("main script, main [onerror], main [onload]")).hasCount(0);
  }

  @Test
  void a_file_of_html_that_a_reader_takes_away_holds_no_script() throws IOException {
    NotebookDriver notebook = open();
    String html = notebook.download("Download as one HTML file");
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.setContent(html);
    assertThat(page.locator("main")).containsText("Begin");
    assertThat(page.locator("script, [onerror], [onload]")).hasCount(0);
    assertThat(page.evaluate("window.hacked")).isNull();
  }

  @Test
  void what_pages_cannot_hold_survives_a_change_elsewhere() throws IOException {
    NotebookDriver notebook = open();
    notebook.type(4, "2").isSaved().reload();
    assertThat(notebook.download("Download as .ipynb"))
        .isEqualTo(NOTEBOOK.replace("\"source\": [\"1\"]", "\"source\": [\n    \"2\"\n   ]"));
  }

  private static NotebookDriver open() {
    return new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(SITE.url());
  }
}
