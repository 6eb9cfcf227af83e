package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.site.write.Sha256;

/** A site that was visited once, without its server. */
class OfflineTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final KeptSite SITE =
      new KeptSite()
          .with("index.md", "# Course\n\n[One](eins & zwei.md) [Film](film.mp4)\n")
          .with(
              "eins & zwei.md",
              """
              ---
              format: page
              ---
              # Loops

              ```python {run #sum}
              import statistics
              statistics.mean([40, 44])
              ```
              """)
          .with("teil/index.md", "---\nformat: page\n---\n# Part\n\n![Dot](../dot.svg)\n")
          .with(
              "script.html",
              "<!doctype html><title>Script</title><body>"
                  + "<script type=\"py\">from pyscript import display; display(6 * 7)</script>")
          .with("dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
          .with("film.mp4", "0123456789");

  @BeforeAll
  static void build() {
    SITE.publish("--offline-app");
  }

  @BeforeEach
  void answer() {
    SITE.server().reset();
  }

  @Test
  void a_page_that_was_never_visited_opens_and_runs_python() {
    Page page = visitAndCut();
    page.navigate(SITE.url("eins%20%26%20zwei.html"));
    assertThat(page.locator("h1")).hasText("Loops");
    CellDriver cell = new CellDriver(page, "sum").type("import fractions\n6 * 7").run();
    assertThat(cell.outputText()).isEqualTo("42");
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_page_of_html_with_python_runs_it() {
    Page page = visitAndCut();
    page.navigate(SITE.url("script.html"));
    assertThat(page.locator("body")).containsText("42");
  }

  @Test
  void the_page_that_was_visited_first_runs_python() {
    Page page = SITE.visit(CHROMIUM, "eins%20%26%20zwei.html");
    SITE.server().cut();
    assertThat(new CellDriver(page, "sum").run().outputText()).isEqualTo("42");
  }

  @Test
  void python_asks_where_webassembly_cannot_wait() throws IOException {
    KeptSite site = new KeptSite();
    site.with("index.md", "# Start\n").with("asks.md", ask()).publish("--offline-app");
    withoutWaiting(site.folder());
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.addInitScript("delete WebAssembly.Suspending;");
    page.navigate(site.url("index.html"));
    KeptSite.waitUntilKept(page);
    site.server().cut();
    page.navigate(site.url("asks.html")); // Its own service worker was never installed.
    answersWith(page, "Ada");
    site.server().mend();
    page.reload();
    answersWith(page, "Grace"); // Now it is.
    site.server().cut();
    page.reload();
    answersWith(page, "Barbara");
  }

  private static String ask() {
    return "# Ask\n\n```python {run norun #asks}\ninput('Your name? ')\n```\n";
  }

  private static void answersWith(Page page, String name) {
    CellDriver cell = new CellDriver(page, "asks");
    cell.locator().locator("[data-action=run]").click();
    cell.reaches("input");
    cell.output().locator("input").fill(name);
    cell.output().locator("input").press("Enter");
    assertThat(cell.ends().outputText()).isEqualTo("Your name? " + name + " '" + name + "'");
  }

  /**
   * As in browsers whose WebAssembly cannot wait: the worker's script is another, and listed so.
   */
  private static void withoutWaiting(Path folder) throws IOException {
    Path script = find(folder, "kernel-worker.js");
    byte[] before = Files.readAllBytes(script);
    byte[] after =
        ("delete WebAssembly.Suspending;" + new String(before, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    Files.write(script, after);
    Path list = find(folder, "offline-[0-9a-f]{12}\\.json");
    byte[] listed = Files.readAllBytes(list);
    Files.writeString(list, Files.readString(list).replace(Sha256.of(before), Sha256.of(after)));
    Path worker = folder.resolve("offline-worker.js");
    String relisted =
        Files.readString(worker).replace(Sha256.of(listed), Sha256.of(Files.readAllBytes(list)));
    Files.writeString(worker, relisted);
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void pages_are_found_as_hosts_find_them() {
    Page page = visitAndCut();
    for (String address :
        List.of(
            "eins%20%26%20zwei.html?view=page#sum",
            "eins%20%26%20zwei", "eins%20&%20zwei?view=page")) {
      page.navigate(SITE.url(address));
      assertThat(page.locator("h1")).hasText("Loops");
      assertThat(page).hasURL(SITE.url(address));
    }
    page.navigate(SITE.url(""));
    assertThat(page.locator("h1")).hasText("Course");
    page.navigate(SITE.url("teil?x=1"));
    assertThat(page.locator("h1")).hasText("Part");
    assertThat(page).hasURL(SITE.url("teil/?x=1"));
    assertThat(page.evaluate("document.querySelector('main img').complete")).isEqualTo(true);
  }

  @Test
  void what_the_site_does_not_have_is_asked_of_the_network() throws IOException {
    Page page = SITE.visit(CHROMIUM, "index.html");
    Files.writeString(SITE.folder().resolve("later.txt"), "added by hand");
    assertThat(page.evaluate("fetch('later.txt').then((answer) => answer.text())"))
        .isEqualTo("added by hand");
    SITE.server().cut();
    assertThatThrownBy(() -> page.evaluate("fetch('later.txt')"))
        .isInstanceOf(PlaywrightException.class)
        .hasMessageContaining("Failed to fetch");
  }

  @Test
  void a_part_of_a_film_is_answered_with_that_part() {
    Page page = visitAndCut();
    assertThat(part(page, "bytes=2-5")).isEqualTo("206 bytes 2-5/10 2345");
    assertThat(part(page, "bytes=7-")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(part(page, "bytes=7-99")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(part(page, "bytes=-3")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(part(page, "bytes=10-")).isEqualTo("416 bytes */10 ");
    assertThat(part(page, "lines=1-2")).isEqualTo("200 null 0123456789");
    assertThat(
            page.evaluate(
                "fetch('film.mp4', {method: 'HEAD'})"
                    + ".then(async (it) => it.headers.get('content-length') + (await it.text()))"))
        .isEqualTo("10");
  }

  private static Object part(Page page, String range) {
    return page.evaluate(
        "async (range) => { const answer = await fetch('film.mp4', {headers: {range}});"
            + " return `${answer.status} ${answer.headers.get('content-range')}"
            + " ${await answer.text()}`; }",
        range);
  }

  @Test
  void without_service_workers_a_page_is_a_page() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.addInitScript("Object.defineProperty(navigator, 'serviceWorker', {value: undefined})");
    page.navigate(SITE.url("index.html"));
    page.waitForLoadState();
    assertThat(page.locator("link[rel=manifest]")).hasCount(0);
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_browser_that_refuses_service_workers_gets_pages_without_complaint() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.addInitScript(
        "ServiceWorkerContainer.prototype.getRegistrations = () => Promise.reject(new Error())");
    page.navigate(SITE.url("index.html"));
    page.waitForLoadState();
    assertThat(page.locator("h1")).hasText("Course");
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_reader_who_saves_data_is_not_given_the_whole_site() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.addInitScript("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})");
    page.navigate(SITE.url("index.html"));
    page.waitForLoadState();
    assertThat(
            page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))
        .isEqualTo(0);
  }

  private static Page visitAndCut() {
    Page page = SITE.visit(CHROMIUM, "index.html");
    SITE.server().cut();
    return page;
  }
}
