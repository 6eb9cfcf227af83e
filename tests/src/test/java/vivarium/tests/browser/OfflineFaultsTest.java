package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;

/** What can go wrong while a site is kept, and afterwards. */
class OfflineFaultsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final KeptSite SITE =
      new KeptSite().with("index.md", "# Start\n").with("second.md", "# Second\n");

  @BeforeAll
  static void build() {
    SITE.publishToKeep();
  }

  @BeforeEach
  void answer() {
    SITE.server().reset();
  }

  @Test
  void a_connection_that_breaks_off_leaves_nothing_behind() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    SITE.server().hold("second.html");
    page.navigate(SITE.url("index.html"));
    page.waitForCondition(() -> SITE.server().asked("second.html") > 0);
    page.waitForConsoleMessage(
        new Page.WaitForConsoleMessageOptions()
            .setPredicate(message -> message.text().contains("is not kept for reading offline")),
        () -> SITE.server().cut());
    assertThat(KeptSite.caches(page)).isEmpty();
    assertThat(page.locator("h1")).hasText("Start");
    SITE.server().reset();
    page.reload();
    KeptSite.waitUntilKept(page);
    SITE.server().cut();
    page.navigate(SITE.url("second.html"));
    assertThat(page.locator("h1")).hasText("Second");
  }

  @Test
  void a_browser_without_room_keeps_nothing_and_shows_the_site() throws IOException {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(SITE.elsewhere());
    CDPSession session = page.context().newCDPSession(page);
    JsonObject quota = new JsonObject();
    quota.addProperty("origin", SITE.server().url("").replaceFirst("/$", ""));
    quota.addProperty("quotaSize", 1_000_000);
    session.send("Storage.overrideQuotaForOrigin", quota);
    page.waitForConsoleMessage(
        new Page.WaitForConsoleMessageOptions()
            .setPredicate(message -> message.text().contains("the browser has no room for it")),
        () -> page.navigate(SITE.url("index.html")));
    assertThat(page.locator("h1")).hasText("Start");
    assertThat(KeptSite.caches(page)).isEmpty();
  }

  @Test
  void what_the_browser_removed_comes_from_the_network_and_is_kept_again() {
    Page page = SITE.visit(CHROMIUM, "index.html");
    page.evaluate(
        "async () => { for (const name of await caches.keys()) await caches.delete(name); }");
    SITE.server().reset();
    page.reload();
    assertThat(SITE.server().asked("index.html")).isPositive();
    waitUntilWhole(page);
    SITE.server().cut();
    page.navigate(SITE.url("second.html"));
    assertThat(page.locator("h1")).hasText("Second");
  }

  @Test
  void a_single_file_that_is_missing_comes_from_the_network_and_is_kept_again() {
    Page page = SITE.visit(CHROMIUM, "index.html");
    page.evaluate(
        """
        async () => {
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              if (request.url.endsWith("second.html")) await cache.delete(request);
            }
          }
        }
        """);
    page.navigate(SITE.url("second.html"));
    assertThat(page.locator("h1")).hasText("Second");
    waitUntilWhole(page);
    SITE.server().cut();
    page.reload();
    assertThat(page.locator("h1")).hasText("Second");
  }

  private static void waitUntilWhole(Page page) {
    page.waitForCondition(
        () ->
            page.evaluate(
                    """
                    async () => {
                      const kept = (path) => caches.match(new URL(path, location));
                      return Boolean((await kept("second.html")) && (await kept("vivarium/offline")));
                    }
                    """)
                .equals(true));
  }

  @Test
  void the_development_server_shows_what_is_saved_where_a_kept_site_was_before(@TempDir Path folder)
      throws IOException, InterruptedException {
    KeptSite before = new KeptSite().with("index.md", "# Kept\n");
    before.publishAtRoot();
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(before.server().url("index.html"));
    KeptSite.waitUntilKept(page);
    before.server().stop();
    Path lesson = Files.writeString(folder.resolve("lesson.md"), "# Saved\n");
    Process serving =
        Vivarium.builder(
                "serve",
                lesson.toString(),
                "--no-open",
                "--no-run",
                "--port",
                String.valueOf(before.server().port()))
            .redirectErrorStream(true)
            .start();
    try {
      BufferedReader lines = Vivarium.lines(serving.getInputStream());
      assertThat(lines.readLine()).contains(":" + before.server().port());
      page.navigate(before.server().url("index.html"));
      assertThat(page.locator("h1")).hasText("Saved");
      assertThat(KeptSite.caches(page)).isEmpty();
    } finally {
      serving.destroy();
      serving.waitFor();
    }
  }

  @Test
  void the_window_of_an_app_has_the_colour_of_its_pages() {
    Page page = SITE.visit(CHROMIUM, "index.html");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(
              page.evaluate(
                  """
                  [...document.querySelectorAll("meta[name=theme-color]")]
                    .filter((meta) => matchMedia(meta.media).matches)
                    .map((meta) => meta.content).join()
                  """))
          .isEqualTo(
              page.evaluate(
                  "getComputedStyle(document.documentElement).getPropertyValue('--viv-paper')"));
    }
  }

  @Test
  void the_site_can_be_installed_as_an_app() {
    Page page = SITE.visit(CHROMIUM, "second.html");
    CDPSession session = page.context().newCDPSession(page);
    JsonObject manifest = session.send("Page.getAppManifest");
    assertThat(manifest.getAsJsonArray("errors")).isEmpty();
    assertThat(manifest.get("url").getAsString()).isEqualTo(SITE.url("vivarium/app.webmanifest"));
    JsonArray errors =
        session.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
    assertThat(errors)
        .extracting(error -> error.getAsJsonObject().get("errorId").getAsString())
        .isSubsetOf("in-incognito"); // As the browsers of tests are.
  }
}
