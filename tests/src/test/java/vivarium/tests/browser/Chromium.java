package vivarium.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A browser for the tests of one class. Each page it opens has a context of its own, keeps what
 * went wrong in it, and is closed after the test.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  /** What every browser of the tests is started with. */
  public static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Milliseconds in which an assertion may become true: Python has to be quick on no machine. */
  private static final double PATIENCE = 30_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    launch();
  }

  /** Starts the browser. */
  public void launch() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    problems.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    quit();
  }

  /** Ends the browser. */
  public void quit() {
    browser.close();
    playwright.close();
  }

  /** A page of the test site on a desktop screen. */
  Page desktop(String page) {
    return open(page, new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  /** A page of the test site on a phone. */
  Page phone(String page) {
    return open(
        page,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(2)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  /** A page of the test site, in a context with these options. */
  Page open(String page, Browser.NewContextOptions options) {
    Page opened = blank(options);
    opened.navigate(BuiltSite.url(page));
    return opened;
  }

  /** An empty page. */
  public Page blank(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    contexts.add(context);
    Page page = context.newPage();
    page.onPageError(error -> problems.add("error: " + cut(error)));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add("console: " + cut(message.text()));
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            problems.add(response.status() + " " + response.url());
          }
        });
    return page;
  }

  /** What went wrong in the pages of this test: script errors and failed requests. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Forgets what went wrong so far: the test wanted it. */
  public void forgive() {
    problems.clear();
  }

  /** A stack trace of the engine quotes a line of a megabyte. */
  private static String cut(String text) {
    return text.substring(0, Math.min(300, text.length()));
  }

  /** The browser's program. */
  public static Path executable() {
    String chosen = System.getenv("VIVARIUM_CHROMIUM");
    if (chosen != null && !chosen.isEmpty()) {
      return Path.of(chosen);
    }
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      for (String name : NAMES) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate)) {
          return candidate;
        }
      }
    }
    throw new IllegalStateException(
        "No Chromium was found. Install it, or name it in VIVARIUM_CHROMIUM;"
            + " ./vivarium test installs it where apt-get is at hand.");
  }
}
