package vivarium.tests.images;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import vivarium.tests.browser.Chromium;
import vivarium.tests.browser.StaticServer;

/** A page of a browser that starts interpreters and keeps the images that they make. */
final class Tab implements AutoCloseable {
  private final Chromium chromium = new Chromium();
  private final Page page;

  private Tab(String url) {
    chromium.launch();
    page = chromium.blank(new Browser.NewContextOptions());
    page.navigate(url);
    page.waitForFunction("() => typeof run === 'function'");
  }

  /** Opens a page with the kernel's own modules, which are bundled for that. */
  static Tab open() throws IOException, InterruptedException, URISyntaxException {
    Path site = Files.createTempDirectory("vivarium-images");
    Path script = Path.of(resource("site.mjs").toURI());
    Process node =
        new ProcessBuilder("node", script.toString(), site.toString()).inheritIO().start();
    if (node.waitFor() != 0) {
      throw new IllegalStateException("node ended with " + node.exitValue());
    }
    return new Tab(StaticServer.start(site, "/").url());
  }

  /**
   * Does a task in an interpreter of its own.
   *
   * @throws AssertionError when it fails; with what was said
   */
  Done run(Task task) {
    Map<?, ?> values = evaluate(task);
    if (values.get("failure") != null) {
      throw new AssertionError(values.get("failure"));
    }
    return new Done(
        (String) Objects.requireNonNull(values.get("result")),
        (String) Objects.requireNonNull(values.get("functions")),
        (Boolean) Objects.requireNonNull(values.get("trampoline")),
        ((Number) Objects.requireNonNull(values.get("memory"))).longValue());
  }

  /** How a task fails. */
  String failureOf(Task task) {
    return String.valueOf(evaluate(task).get("failure"));
  }

  private Map<?, ?> evaluate(Task task) {
    return (Map<?, ?>) page.evaluate("task => run(task)", task.values());
  }

  /** The content of a file beside {@code site.mjs}. */
  static String text(String name) throws IOException {
    try (InputStream in = resource(name).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Tab.class.getResource("/images/" + name), name);
  }

  @Override
  public void close() {
    chromium.quit();
  }

  /**
   * What came of a task.
   *
   * @param result of the code that ran last
   * @param functions what stood in the table of functions before that
   * @param hasTrampoline whether Python calls functions through one of its own there
   * @param memory the size of Python's memory, in bytes
   */
  record Done(String result, String functions, boolean hasTrampoline, long memory) {}
}
