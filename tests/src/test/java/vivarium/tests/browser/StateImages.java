package vivarium.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws the manual's pictures of a cell in each state, on a desktop and on a phone: {@code
 * states-light.png} and {@code states-dark.png}, in the folder that is its argument.
 */
public final class StateImages {
  private static final String MEAN =
      """
      def mean(values):
          return sum(values) / len(values)

      mean([1, 2, 3])
      """;
  private static final String DOCUMENT =
      """
      ---
      format: page
      ---

      ```python {run norun #mean}
      %s```

      ```python {run norun #misspelt}
      %s```

      ```python {run norun #input}
      name = input("Your name? ")
      print(f"Hello, {name}!")
      ```

      ```python {run norun #endless}
      print("Searching")
      while True:
          pass
      ```
      """
          .formatted(MEAN, MEAN.replace("len(values)", "len(value)"));

  private final Chromium chromium = new Chromium();
  private final String url = new WrittenSite().with("cells.md", DOCUMENT).build().serve();

  private StateImages() {}

  /** Draws the pictures. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    StateImages images = new StateImages();
    images.chromium.launch();
    images.draw(ColorScheme.LIGHT, folder.resolve("states-light.png"));
    images.draw(ColorScheme.DARK, folder.resolve("states-dark.png"));
    images.chromium.quit();
    System.exit(0); // The server would go on.
  }

  private void draw(ColorScheme scheme, Path file) {
    Map<String, String> desktop = states(options(scheme, 960));
    Map<String, String> phone = states(options(scheme, 390).setIsMobile(true).setHasTouch(true));
    StringBuilder html = new StringBuilder();
    desktop.forEach(
        (state, image) ->
            html.append("<b>%s</b>%s%s".formatted(state, image, phone.getOrDefault(state, ""))));
    Page page = chromium.blank(options(scheme, 1340));
    page.setContent(
        """
        <style>
        :root { color-scheme: light dark }
        body { display: grid; grid-template-columns: 5em 770px 390px; gap: 24px; margin: 24px;
          align-items: start; font: 16px sans-serif;
          color: light-dark(#222, #ddd); background: light-dark(#fdfcf8, #151a18) }
        b { padding-top: 14px; font-weight: 600 }
        </style>
        """
            + html);
    Eventually.holds(page, "[...document.images].every((image) => image.naturalWidth > 0)");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static Browser.NewContextOptions options(ColorScheme scheme, int width) {
    return new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 720);
  }

  /** An element with the picture for each state. */
  private Map<String, String> states(Browser.NewContextOptions options) {
    Map<String, String> images = new LinkedHashMap<>();
    Page unscripted = chromium.blank(options.setJavaScriptEnabled(false));
    unscripted.navigate(url + "cells.html");
    images.put("static", picture(unscripted, "mean"));
    Page page = chromium.blank(options.setJavaScriptEnabled(true));
    page.navigate(url + "cells.html");
    CellDriver endless = new CellDriver(page, "endless");
    images.put("ready", picture(page, new CellDriver(page, "mean").reaches("ready")));
    images.put("running", picture(page, begin(page, "endless", "running")));
    endless.locator().evaluate("cell => cell.stop()");
    CellDriver stopped = endless.reaches("stopped");
    images.put("done", picture(page, begin(page, "mean", "done")));
    images.put("failed", picture(page, begin(page, "misspelt", "failed")));
    images.put("input", picture(page, begin(page, "input", "input")));
    images.put("stopped", picture(page, stopped));
    return images;
  }

  private static CellDriver begin(Page page, String id, String state) {
    CellDriver cell = new CellDriver(page, id);
    cell.locator().evaluate("cell => void cell.run()");
    cell.reaches(state);
    if (!state.equals("input")) {
      Eventually.holds(page, "id => document.querySelector(`#${id} .viv-output`).innerText", id);
    }
    return cell;
  }

  private static String picture(Page page, CellDriver cell) {
    return picture(page, cell.locator().getAttribute("id"));
  }

  private static String picture(Page page, String id) {
    page.locator("#" + id).scrollIntoViewIfNeeded();
    BoundingBox box = page.locator("#" + id).boundingBox();
    double left = Math.max(0, box.x - 45); // The buttons may stand in the margin.
    byte[] png =
        page.screenshot(
            new Page.ScreenshotOptions()
                .setClip(
                    left, box.y - 4, Math.min(770, page.viewportSize().width), box.height + 8));
    return "<img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png) + "\">";
  }
}
