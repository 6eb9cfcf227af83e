package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.browser.Chromium;
import vivarium.tests.notebook.Nbformat;

/** A week with a notebook, as a reader spends it. */
class NotebookWeekTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String DOWNLOAD = "Download as .ipynb";

  @TempDir Path folder;

  @Test
  void nothing_of_a_readers_week_is_lost() throws IOException, InterruptedException {
    NotebookSite site = new NotebookSite(NotebookSite.lesson("total = 6\nprint(total)"));

    // Monday: open, change, run. Then the browser takes the page away.
    Page monday = CHROMIUM.blank(new Browser.NewContextOptions());
    BrowserContext browser = monday.context();
    NotebookDriver notebook = new NotebookDriver(monday).open(site.url());
    notebook.type(2, "total = 5 # mine\nprint(total)").press("Shift+Enter").ends(2);
    notebook.select(4).press("Shift+Enter").ends(4);
    assertThat(notebook.output(4)).hasText("35");
    notebook.isSaved();
    assertThatThrownBy(() -> monday.navigate("chrome://crash"))
        .isInstanceOf(PlaywrightException.class);

    // Tuesday: everything that was written is there, outputs and numbers too.
    notebook = new NotebookDriver(browser.newPage()).open(site.url());
    assertThat(notebook.cell(2)).containsText("total = 5 # mine");
    assertThat(notebook.output(4)).hasText("35");

    // Wednesday: the author publishes. The reader looks at both, and keeps theirs.
    site.publish(NotebookSite.lesson("total = 60\nprint(total)"));
    notebook.reload();
    notebook.page().locator(".viv-nb-notice [data-nb=compare]").click();
    assertThat(notebook.page().locator(".viv-nb-notice ins"))
        .containsText(new String[] {"total = 60"});
    notebook.page().locator(".viv-nb-notice [data-nb=keep]").click();
    notebook.isSaved();

    // Thursday: a link for a friend, whose browser has never seen the page.
    notebook.command("Share as a link");
    String link = notebook.page().locator(".viv-nb-share input").inputValue();
    NotebookDriver friend =
        new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(link);
    assertThat(friend.cell(2)).containsText("total = 5 # mine");
    assertThat(friend.output(2)).isEmpty();

    // Friday: home with it.
    notebook.page().keyboard().press("Escape");
    String exported = notebook.download(DOWNLOAD);
    Files.writeString(folder.resolve("exported.ipynb"), exported);
    assertThat(exported).contains("total = 5 # mine", "\"35\"", "\"keep\"");
    CHROMIUM.forgive(); // The browser tells of the page that it took away.
    Nbformat.isContentWith(folder, 1);
  }
}
