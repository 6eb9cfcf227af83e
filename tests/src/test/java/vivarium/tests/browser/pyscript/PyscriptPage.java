package vivarium.tests.browser.pyscript;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vivarium.tests.browser.Chromium;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** A page that a test wrote, and what it has said. */
final class PyscriptPage {
  private static final String LISTEN =
      """
      globalThis.told = [];
      for (const type of ["py", "mpy"]) {
        for (const what of ["ready", "done", "all-done", "progress", "error"]) {
          addEventListener(`${type}:${what}`, (event) => told.push(event.type));
        }
      }
      """;
  private static int count;

  private final Page page;
  private final List<String> console = new CopyOnWriteArrayList<>();

  private PyscriptPage(Page page) {
    this.page = page;
    page.onConsoleMessage(this::hear);
  }

  /** Opens a page with this body. */
  static PyscriptPage open(Chromium chromium, Headers headers, String body) {
    String name = "page" + count++ + ".html";
    PageServer.put(
        name,
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>A page</title>
        <link rel="stylesheet" href="pyscript/core.css">
        <script type="module" src="pyscript/core.js"></script>
        </head>
        <body>
        """
            + body
            + "</body></html>");
    PyscriptPage opened = new PyscriptPage(chromium.blank(new Browser.NewContextOptions()));
    opened.page.addInitScript(LISTEN);
    opened.page.navigate(PageServer.url(headers, name));
    return opened;
  }

  /** Waits until all that the page has when it is loaded has run. */
  PyscriptPage allDone() {
    return until("told.includes('py:all-done')");
  }

  /** Waits for a condition in JavaScript. */
  PyscriptPage until(String condition) {
    page.waitForFunction(
        "() => " + condition, null, new Page.WaitForFunctionOptions().setTimeout(60_000));
    return this;
  }

  Page page() {
    return page;
  }

  /** The lines that were written to the console. */
  List<String> console() {
    return List.copyOf(console);
  }

  /** Waits until a line is in the console. */
  PyscriptPage says(String line) {
    page.waitForCondition(
        () -> console.contains(line), new Page.WaitForConditionOptions().setTimeout(60_000));
    return this;
  }

  /** The text of the first element that a selector finds. */
  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  /** The value of a JavaScript expression. */
  Object value(String expression) {
    return page.evaluate(expression);
  }

  private void hear(ConsoleMessage message) {
    console.add(message.text());
  }
}
