package vivarium.tests.browser.notebook;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The page of a notebook, as a reader meets it. Cells are counted from 0. */
final class NotebookDriver {
  /** Python may be starting on a busy machine. */
  private static final double PATIENCE = 90_000;

  private final Page page;

  NotebookDriver(Page page) {
    this.page = page;
  }

  /** Opens the page and waits until it is live. */
  NotebookDriver open(String url) {
    page.navigate(url);
    return isLive();
  }

  NotebookDriver reload() {
    page.reload();
    return isLive();
  }

  /** For what has to wait until Python is up. */
  static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  private NotebookDriver isLive() {
    PlaywrightAssertions.assertThat(page.locator("main[data-live]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    return this;
  }

  Locator cells() {
    return page.locator(".viv-nb-cell");
  }

  Locator cell(int index) {
    return cells().nth(index);
  }

  /** Selects a cell, without going into it. */
  NotebookDriver select(int index) {
    cell(index).evaluate("it => it.focus()");
    return this;
  }

  /** Presses keys one after the other. */
  NotebookDriver press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** Replaces what stands in a cell, by typing, and stays in it. */
  NotebookDriver type(int index, String text) {
    select(index).press("Enter");
    Locator editor = cell(index).locator(".cm-content");
    PlaywrightAssertions.assertThat(editor).isFocused();
    press("ControlOrMeta+a");
    page.keyboard().insertText(text);
    return this;
  }

  /** Waits until Python runs a cell. */
  NotebookDriver begins(int index) {
    PlaywrightAssertions.assertThat(cell(index).locator("viv-cell"))
        .hasAttribute(
            "state", "running", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    return this;
  }

  /** Waits until a cell of code has come to an end. */
  NotebookDriver ends(int index) {
    PlaywrightAssertions.assertThat(cell(index).locator("viv-cell"))
        .hasAttribute(
            "state",
            Pattern.compile("done|failed|stopped"),
            new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    return this;
  }

  Locator output(int index) {
    return cell(index).locator(".viv-output");
  }

  Locator count(int index) {
    return cell(index).locator(".viv-nb-count");
  }

  /** Waits until all that was done is kept. */
  NotebookDriver isSaved() {
    PlaywrightAssertions.assertThat(page.locator(".viv-nb-state")).hasText("Saved in this browser");
    return this;
  }

  /** Presses a button that has this name in the page. */
  NotebookDriver button(String name) {
    page.locator("[data-nb=" + name + "]").first().click();
    return this;
  }

  /** Finds a command in the palette and runs it. */
  NotebookDriver command(String name) {
    page.locator(".viv-nb-bar [data-nb=palette]").click();
    page.locator(".viv-nb-palette input").fill(name);
    press("Enter");
    return this;
  }

  /** The notebook as it is downloaded. */
  String download(String command) throws IOException {
    Download download = page.waitForDownload(() -> command(command));
    return Files.readString(download.path());
  }

  Page page() {
    return page;
  }
}
