package vivarium.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vivarium.tests.command.Vivarium;

/**
 * A site whose pages start Python from memory images, built once by the real command. Each page has
 * one cell: {@code page} and {@code own}, which has an image of its own, run theirs when asked to,
 * and {@code auto} by itself.
 */
final class ImageSite {
  static final String IMAGE = ".image.br";
  static final String ENGINE = "python.wasm.br";

  private static final ImageSite INSTANCE = new ImageSite();
  private static final String WITHOUT = "Python starts without its memory image: ";

  /** What a visit leaves for the test to see: what the kernel said, and what workers handed on. */
  private static final String WATCH =
      """
      window.kernels = [];
      window.handedOn = [];
      document.addEventListener("viv:kernel", (event) => kernels.push(event.detail));
      window.Worker = class extends Worker {
        constructor(...values) {
          super(...values);
          this.addEventListener("message", ({ data }) => {
            if (typeof data !== "string") handedOn.push(Object.keys(data).join());
          });
        }
      };
      """;

  private final TamperingServer server;
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  private ImageSite() {
    try {
      Path folder = Files.createTempDirectory("vivarium-images");
      document(folder, "page", "run", "print(6 * 7)");
      document(folder, "own", "run", "import calendar\nprint(calendar.isleap(2024))");
      document(folder, "auto", "autorun", "print(6 * 7)");
      Path site = folder.resolveSibling(folder.getFileName() + "-site");
      Vivarium.Result result = Vivarium.run("build", folder.toString(), "-o", site.toString());
      if (result.exitCode() != 0 || !result.err().isEmpty()) {
        throw new IllegalStateException("The test site was not built well:\n" + result.err());
      }
      server = TamperingServer.start(site);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void document(Path folder, String name, String option, String code)
      throws IOException {
    String text = "---\nformat: page\n---\n# %s\n\n```python {%s #cell}\n%s\n```\n";
    Files.writeString(folder.resolve(name + ".md"), text.formatted(name, option, code));
  }

  static TamperingServer server() {
    return INSTANCE.server;
  }

  /** What the consoles of the pages said of images that could not be used. */
  static List<String> warnings() {
    return INSTANCE.warnings;
  }

  /** The next test begins. */
  static void reset() {
    INSTANCE.server.reset();
    INSTANCE.warnings.clear();
  }

  /** Opens a page in a context of its own; {@code auto} has run then. */
  static Page visit(Chromium chromium, String name, Browser.NewContextOptions options) {
    Page page = chromium.blank(options);
    page.onConsoleMessage(
        message -> {
          if (message.text().startsWith(WITHOUT)) {
            INSTANCE.warnings.add(message.text());
          }
        });
    page.context().addInitScript(WATCH);
    page.navigate(INSTANCE.server.url(name + ".html"));
    if (name.equals("auto")) {
      new CellDriver(page, "cell").ends();
    }
    return page;
  }

  /** What Python started from, each time, as soon as it has started so often. */
  static String starts(Page page, int times) {
    String ready = "kernels.filter(({ state }) => state === 'ready')";
    Eventually.holds(page, ready + ".length >= " + times);
    return (String) page.evaluate(ready + ".map(({ source }) => source).join(' ')");
  }

  /** Has the page's cell begin what never ends, and stops it. */
  static void stopAnEndlessLoop(Page page) {
    begin(page, "while True: pass");
    CellDriver cell = new CellDriver(page, "cell").reaches("running");
    cell.locator().locator("[data-action=stop]").click();
    cell.reaches("stopped");
  }

  /** What the page's cell writes when its code is this. */
  static String run(Page page, String code) {
    begin(page, code);
    Eventually.holds(page, "ended");
    return new CellDriver(page, "cell").output().innerText().strip();
  }

  private static void begin(Page page, String code) {
    page.evaluate(
        """
        (code) => {
          const cell = document.getElementById("cell");
          window.ended = false;
          cell.addEventListener("viv:done", () => window.ended = true, { once: true });
          cell.code = code;
          cell.run();
        }
        """,
        code);
  }
}
