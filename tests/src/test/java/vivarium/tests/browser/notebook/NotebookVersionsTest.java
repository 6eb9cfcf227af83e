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

/** What becomes of a reader's notebook when its author, or another tab, changes it as well. */
class NotebookVersionsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String FIRST = NotebookSite.lesson("print('first edition')");
  private static final String SECOND = NotebookSite.lesson("print('second edition')");
  private static final String DOWNLOAD = "Download as .ipynb";

  private NotebookSite site;
  private NotebookDriver notebook;

  @BeforeEach
  void open() {
    site = new NotebookSite(FIRST);
    notebook = new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(site.url());
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private Locator notice() {
    return notebook.page().locator(".viv-nb-notice");
  }

  @Test
  void who_has_changed_nothing_sees_the_new_edition_without_a_word() throws IOException {
    site.publish(SECOND);
    notebook.reload();
    assertThat(notebook.cell(2)).containsText("second edition");
    assertThat(notice()).hasCount(0);
  }

  @Test
  void who_has_keeps_theirs_and_is_asked_once() throws IOException {
    notebook.type(4, "mine = 1").isSaved();
    site.publish(SECOND);
    notebook.reload();
    assertThat(notice()).containsText("newer version");
    assertThat(notebook.cell(2)).containsText("first edition");
    notice().locator("[data-nb=compare]").click();
    assertThat(notice().locator("ins")).containsText(new String[] {"second edition", "total * 7"});
    assertThat(notice().locator("del")).containsText(new String[] {"first edition", "mine = 1"});
    notice().locator("[data-nb=keep]").click();
    assertThat(notice()).hasCount(0);
    notebook.isSaved().reload();
    assertThat(notebook.cell(4)).containsText("mine = 1");
    assertThat(notice()).hasCount(0);
  }

  @Test
  void who_takes_the_new_edition_finds_their_own_among_the_versions() throws IOException {
    notebook.type(4, "mine = 1").isSaved();
    site.publish(SECOND);
    notebook.reload();
    notice().locator("[data-nb=take]").click();
    assertThat(notebook.cell(2)).containsText("second edition");
    assertThat(notebook.cell(4)).containsText("total * 7");
    assertThat(notebook.download(DOWNLOAD)).isEqualTo(SECOND);
    notebook.command("Versions in this browser");
    notebook.page().locator("[data-nb=restore]").first().click();
    assertThat(notebook.cell(4)).containsText("mine = 1");
    assertThat(notebook.cell(2)).containsText("first edition");
  }

  @Test
  void the_authors_notebook_comes_back_to_the_last_byte() throws IOException {
    notebook.type(4, "mine = 1").press("Escape", "d", "d").isSaved();
    notebook.command("Back to the author");
    assertThat(notebook.cells()).hasCount(5);
    assertThat(notebook.download(DOWNLOAD)).isEqualTo(FIRST);
    notebook.reload();
    assertThat(notebook.download(DOWNLOAD)).isEqualTo(FIRST);
  }

  @Test
  void a_second_tab_shows_what_the_first_one_does() {
    NotebookDriver other = tab();
    notebook.type(4, "from_the_first = 1").isSaved();
    assertThat(other.cell(4)).containsText("from_the_first = 1");
    other.type(2, "from_the_second = 2").isSaved();
    assertThat(notebook.cell(2)).containsText("from_the_second = 2");
    assertThat(notebook.cell(4)).containsText("from_the_first = 1");
  }

  @Test
  void two_tabs_that_know_nothing_of_each_other_keep_both_versions() throws IOException {
    Page page = notebook.page();
    // A tab whose messages do not arrive, as one that the browser has put to sleep.
    page.context().addInitScript("delete window.BroadcastChannel;");
    notebook.reload();
    NotebookDriver other = tab();
    notebook.type(4, "first = 1").isSaved();
    other.type(4, "second = 2").isSaved();
    Locator question = other.page().locator(".viv-nb-notice");
    assertThat(question).containsText("Both versions are kept");
    question.locator("[data-nb=take]").click();
    assertThat(other.cell(4)).containsText("first = 1");
    other.command("Versions in this browser");
    other.page().locator("[data-nb=restore]").first().click();
    assertThat(other.cell(4)).containsText("second = 2");
  }

  private NotebookDriver tab() {
    return new NotebookDriver(notebook.page().context().newPage()).open(site.url());
  }
}
