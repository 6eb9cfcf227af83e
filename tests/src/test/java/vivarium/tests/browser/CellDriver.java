package vivarium.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;

/** A live cell, as a reader meets it. */
final class CellDriver {
  /** Python may be starting on a busy machine. */
  private static final double PATIENCE = 60_000;

  private final Page page;
  private final Locator cell;

  CellDriver(Page page, String id) {
    this.page = page;
    this.cell = page.locator("viv-cell[id='" + id + "']");
  }

  Locator locator() {
    return cell;
  }

  Locator output() {
    return cell.locator(".viv-output:not(.viv-widget .viv-output)");
  }

  Locator editor() {
    return cell.locator(".cm-content");
  }

  /** Comes to the code with the pointer, which makes an editor of it. */
  CellDriver becomesEditable() {
    if (editor().count() == 0) {
      cell.scrollIntoViewIfNeeded();
      BoundingBox code = cell.locator(".viv-source").boundingBox();
      if (code != null) { // Scrolling may have brought it below the pointer.
        page.mouse().move(code.x + 20, code.y + 20);
      }
    }
    PlaywrightAssertions.assertThat(editor()).isVisible();
    return this;
  }

  /** Presses Run and waits until the cell is done or has failed. */
  CellDriver run() {
    cell.locator("[data-action=run]").click();
    return ends();
  }

  CellDriver ends() {
    return reaches("done|failed|stopped");
  }

  /** Waits for one of these states, separated by bars. */
  CellDriver reaches(String states) {
    PlaywrightAssertions.assertThat(cell)
        .hasAttribute(
            "state",
            Pattern.compile(states),
            new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    return this;
  }

  /** Replaces the code by typing. */
  CellDriver type(String code) {
    becomesEditable();
    editor().click();
    page.keyboard().press("ControlOrMeta+a");
    if (code.isEmpty()) {
      page.keyboard().press("Delete"); // No text is no input: the next key would be lost.
    } else {
      page.keyboard().insertText(code);
    }
    return this;
  }

  /** What the reader sees below the cell, on one line. */
  String outputText() {
    return output().innerText().strip().replaceAll("\\s+", " ");
  }
}
