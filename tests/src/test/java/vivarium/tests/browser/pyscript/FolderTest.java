package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.browser.StaticServer;
import vivarium.tests.command.Vivarium;

/** The folder that {@code vivarium pyscript} writes, on servers as plain as they come. */
class FolderTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @TempDir static Path root = Path.of("");

  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void write_the_folder() {
    Vivarium.Result result =
        Vivarium.run("pyscript", "-o", root.resolve("www/pyscript").toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private Page open(String url) {
    Page page = PAGES.browser().blank(new Browser.NewContextOptions());
    page.context().onRequest(request -> requests.add(request.url()));
    page.navigate(url);
    return page;
  }

  private static void shows(Page page, String selector, String text) {
    assertThat(page.locator(selector))
        .containsText(text, new ContainsTextOptions().setTimeout(60_000));
  }

  @Test
  void its_example_runs_on_both_threads_and_with_both_engines() throws IOException {
    String host = StaticServer.start(root.resolve("www"), "/").url();
    Page page = open(host + "pyscript/example.html");
    shows(page, "#small", "This is micropython");
    shows(page, "#sum", "The first million squares make 333,332,833,333,500,000.");
    page.locator("#roll").click();
    shows(page, "#dice", " and ");
    page.locator("[data-run], .py-editor-run, button[aria-label*=Run]").first().click();
    page.getByText("Hello Grace").waitFor();
    assertThat(requests).allMatch(url -> url.startsWith(host) || url.startsWith("blob:" + host));
    assertThat(requests).anyMatch(url -> url.endsWith(".image.br"));
    assertThat(requests).noneMatch(url -> url.endsWith("pyodide.asm.wasm"));
  }

  @Test
  void a_page_of_another_host_changes_one_address() throws IOException {
    StaticServer lender = StaticServer.start(root.resolve("www"), "/assets/");
    lender.lend();
    Path pages = Files.createDirectories(root.resolve("pages"));
    Files.writeString(
        pages.resolve("index.html"),
        """
        <!doctype html>
        <link rel="icon" href="data:,">
        <script type="module" src="HOST/pyscript/core.js"></script>
        <p id="main"></p><p id="worker"></p><p id="small"></p>
        <script type="py">
        import wave # is not in the image
        from pyscript import display
        display("main", 42 * wave.WAVE_FORMAT_PCM, target="main")
        </script>
        <script type="py" worker>
        from pyscript import display, document
        display("worker of " + document.location.host, target="worker")
        </script>
        <script type="mpy">from pyscript import display; display("mpy", target="small")</script>
        """
            .replace("HOST/", lender.url()));
    String own = StaticServer.start(pages, "/").url();
    Page page = open(own);
    shows(page, "#main", "42");
    shows(page, "#small", "mpy");
    shows(page, "#worker", "worker of " + own.replaceAll("http://|/", ""));
  }
}
