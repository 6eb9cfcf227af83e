package vivarium.tests.speed;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vivarium.tests.browser.Chromium;
import vivarium.tests.browser.StaticServer;
import vivarium.tests.command.Vivarium;

/**
 * Measures a deck of 300 slides with 300 cells beside one of 3, in one run, so that the machine's
 * own speed cancels out. Prints a table; {@code docs/performance.md} says how to run it.
 */
public final class LargeDeck {
  private static final int TURNS = 30;
  private static final int RUNS = 5;

  private LargeDeck() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("vivarium-speed");
    Chromium chromium = new Chromium();
    chromium.launch();
    try {
      List<List<String>> columns = new ArrayList<>();
      for (int slides : new int[] {3, 300}) {
        columns.add(measure(folder.resolve("deck-" + slides), slides, chromium));
      }
      String[] names = {
        "build, whole command",
        "deck open and ready",
        "one slide turned",
        "longest frame while 30 slides turn",
        "article open and ready",
        "longest frame while the article scrolls through"
      };
      System.out.println("| milliseconds, median of " + RUNS + " | 3 slides | 300 slides |");
      System.out.println("|---|---:|---:|");
      for (int i = 0; i < names.length; i++) {
        System.out.println(
            "| " + names[i] + " | " + columns.get(0).get(i) + " | " + columns.get(1).get(i) + " |");
      }
    } finally {
      chromium.quit();
    }
  }

  private static List<String> measure(Path folder, int slides, Chromium chromium)
      throws IOException {
    Path source = Files.createDirectories(folder).resolve("deck.md");
    Files.writeString(source, deck(slides));
    Path site = folder.resolve("site");
    List<List<Double>> rows = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      List<Double> row = new ArrayList<>();
      double start = System.nanoTime();
      Vivarium.Result built =
          Vivarium.run("build", source.toString(), "-o", site.toString(), "--quiet");
      row.add((System.nanoTime() - start) / 1e6);
      if (built.exitCode() != 0) {
        throw new IllegalStateException(built.err());
      }
      StaticServer server = StaticServer.start(site, "/");
      deck(chromium, server.url(), Math.min(TURNS, slides - 1), row);
      article(chromium, server.url(), row);
      rows.add(row);
    }
    List<String> medians = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      List<Double> values = new ArrayList<>();
      for (List<Double> row : rows) {
        values.add(row.get(i));
      }
      Collections.sort(values);
      medians.add(Long.toString(Math.round(values.get(RUNS / 2))));
    }
    return medians;
  }

  private static void deck(Chromium chromium, String url, int turns, List<Double> row) {
    Page page = chromium.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    double start = System.nanoTime();
    page.navigate(url);
    page.waitForSelector("html.viv-deck-ready");
    row.add((System.nanoTime() - start) / 1e6);
    page.waitForSelector("viv-cell[state=ready]", attached());
    watchFrames(page);
    start = System.nanoTime();
    for (int i = 0; i < turns; i++) {
      page.keyboard().press("ArrowRight");
    }
    row.add((System.nanoTime() - start) / 1e6 / turns);
    row.add(longestFrame(page));
    page.context().close();
  }

  private static void article(Chromium chromium, String url, List<Double> row) {
    Page page = chromium.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    double start = System.nanoTime();
    page.navigate(url + "?view=page");
    page.waitForSelector("viv-cell[state=ready]");
    row.add((System.nanoTime() - start) / 1e6);
    watchFrames(page);
    page.evaluate(
        """
        () => new Promise((done) => {
          const step = () => {
            const before = scrollY;
            scrollBy(0, 400);
            if (scrollY === before) done(); else requestAnimationFrame(step);
          };
          step();
        })
        """);
    row.add(longestFrame(page));
    page.context().close();
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static void watchFrames(Page page) {
    page.evaluate(
        """
        () => {
          window.longest = 0;
          let last = performance.now();
          const frame = (now) => {
            window.longest = Math.max(window.longest, now - last);
            last = now;
            requestAnimationFrame(frame);
          };
          requestAnimationFrame((now) => { last = now; frame(now); });
        }
        """);
  }

  private static double longestFrame(Page page) {
    return ((Number) page.evaluate("window.longest")).doubleValue();
  }

  private static String deck(int slides) {
    StringBuilder text = new StringBuilder("---\ntitle: A large deck\n---\n");
    for (int i = 1; i <= slides; i++) {
      text.append(
          """

          ## Slide %d

          Some words, a formula $x_{%d}^2$, and a cell.

          ```python {run}
          numbers = [n ** 2 for n in range(%d)]
          for n in numbers[:3]:
              print("the square is", n)
          sum(numbers)
          ```

          - one point
          - another point
          """
              .formatted(i, i, i));
    }
    return text.toString();
  }
}
