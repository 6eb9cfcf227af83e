package vivarium.tests.speed.boot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import vivarium.tests.speed.host.Host;
import vivarium.tests.speed.host.Traffic;

/** Opens a page, waits, and presses its buttons. */
final class Reader {
  private static final double PATIENCE_MILLIS = 180_000;
  private static final int PAUSE_MILLIS = 100;

  /** Longer than the two seconds after which V8 stores the code it has compiled meanwhile. */
  static final int IDLE_MILLIS = 2500;

  private static final String NOTEBOOK_CELL = ".viv-nb-cell:has([data-action=run])";
  private static final String ENDLESS_CELL = "viv-cell:nth-of-type(2)";

  private final Host host;
  private final FreshBrowser browser;

  Reader(Host host, FreshBrowser browser) {
    this.host = host;
    this.browser = browser;
  }

  /** Opens the page of {@code subject}, uses it, and closes it. */
  Visit visit(Subject subject) throws IOException, InterruptedException {
    Traffic before = host.traffic();
    Page page = browser.page();
    page.navigate(
        host.url() + subject.id() + "/",
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    if (!subject.isAutomatic()) {
      press(page, subject);
    }
    double output = await(page, "output");
    awaitQuiet();
    Traffic traffic = host.traffic().minus(before);
    OptionalLong memory = browser.rendererBytes();
    page.evaluate("watch.expect()");
    press(page, subject);
    double click = await(page, "output") - number(page, "click");
    OptionalDouble restart =
        subject.isVivarium() ? OptionalDouble.of(restart(page)) : OptionalDouble.empty();
    Visit visit =
        new Visit(
            output,
            click,
            traffic,
            memory,
            restart,
            (String) page.evaluate("watch.source"),
            marks(page));
    page.close();
    return visit;
  }

  private static void press(Page page, Subject subject) {
    if (!subject.isAutomatic()) {
      page.hover(NOTEBOOK_CELL); // Its button is there for the pointer.
    }
    page.click(subject.button());
  }

  /**
   * Waits until nothing has come over the wire, and nothing into the browser's caches, for long.
   */
  void awaitQuiet() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + (long) (PATIENCE_MILLIS * 1e6);
    String last = "";
    int quiet = 0;
    while (quiet < IDLE_MILLIS) {
      Thread.sleep(PAUSE_MILLIS);
      String now = host.traffic() + browser.stored();
      quiet = now.equals(last) ? quiet + PAUSE_MILLIS : 0;
      last = now;
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the browser does not come to rest");
      }
    }
  }

  private double restart(Page page) {
    page.click(ENDLESS_CELL + " [data-action=run]");
    page.waitForSelector(ENDLESS_CELL + "[state=running]");
    page.evaluate("watch.expect()");
    page.click(ENDLESS_CELL + " [data-action=stop]");
    return await(page, "kernel") - number(page, "click");
  }

  /** The moment, in milliseconds from the navigation, when something happened or will happen. */
  private double await(Page page, String moment) {
    try {
      page.waitForFunction(
          "watch." + moment + " > 0",
          null,
          new Page.WaitForFunctionOptions()
              .setTimeout(PATIENCE_MILLIS)
              .setPollingInterval(PAUSE_MILLIS));
    } catch (PlaywrightException e) {
      throw new IllegalStateException("no " + moment + " in sight\n" + browser.problems(), e);
    }
    return number(page, moment);
  }

  private static double number(Page page, String moment) {
    return ((Number) page.evaluate("watch." + moment)).doubleValue();
  }

  private static Map<String, Double> marks(Page page) {
    Map<String, Double> marks = new HashMap<>();
    Object found =
        page.evaluate(
            "Object.fromEntries(performance.getEntriesByType('mark')"
                + ".filter((mark) => mark.name.startsWith('viv:'))"
                + ".reverse().map((mark) => [mark.name, mark.startTime]))");
    ((Map<?, ?>) found)
        .forEach((name, time) -> marks.put((String) name, ((Number) time).doubleValue()));
    return marks;
  }
}
