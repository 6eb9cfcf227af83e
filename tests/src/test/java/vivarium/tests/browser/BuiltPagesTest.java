package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.command.Vivarium;

/** Pages of HTML with Python in them, as the command builds them. */
class BuiltPagesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Greeting</title><link rel="icon" href="data:,">
      <link rel="stylesheet" href="https://pyscript.net/releases/2026.7.3/core.css">
      <script type="module" src="https://pyscript.net/releases/2026.7.3/core.js"></script></head>
      <body><input id="name" value="Ada"><button id="go">Greet</button><p id="out"></p>
      <a href="../loops.md">Loops</a>
      <script type="py" src="main.py" config="pyscript.toml"></script>
      <script type="mpy">
      from pyscript import display
      display("small " + "Python")
      </script>
      <script type="py" worker>
      from pyscript import display, document
      display("worker of " + document.title)
      </script></body></html>
      """;

  private static final String MAIN =
      """
      from pyscript import display, when, document
      display("read " + open("data.txt").read())

      @when("click", "#go")
      def greet(event):
          document.getElementById("out").textContent = "Hello, " + document.getElementById("name").value
      """;

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static WrittenSite site() {
    return new WrittenSite()
        .with("loops.md", "# Loops\n")
        .with("app/page.html", PAGE)
        .with("app/main.py", MAIN)
        .with("app/data.txt", "forty-two")
        .with("app/pyscript.toml", "[files]\n\"./data.txt\" = \"\"\n");
  }

  @Test
  void a_page_runs_from_its_site_alone_and_starts_from_an_image() {
    String base = site().build().serve();
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(base + "app/page.html");
    assertThat(page.locator("body")).containsText("read forty-two", patiently());
    assertThat(page.locator("body")).containsText("small Python", patiently());
    assertThat(page.locator("body")).containsText("worker of Greeting", patiently());
    page.locator("#go").click();
    assertThat(page.locator("#out")).hasText("Hello, Ada");
    assertThat(page.getByText("Loops")).hasAttribute("href", "../loops.html");
    assertThat(asked).allMatch(url -> url.startsWith(base) || url.startsWith("blob:"));
    assertThat(asked).anyMatch(url -> url.endsWith(".image.br"));
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  @Test
  void what_pyscript_passes_over_is_told_with_its_line() {
    Vivarium.Result result =
        new WrittenSite()
            .with(
                "page.html",
                "<py-config>\npakages = ['rich']\n</py-config>\n<script type='py' src='mian.py'></script>\n")
            .with("main.py", "1")
            .run();
    assertThat(result.err())
        .contains("page.html:2:1: warning: No key is called \"pakages\"")
        .contains("page.html:4:24: warning: The file \"mian.py\" does not exist.")
        .contains("Did you mean \"main.py\"?");
  }

  @Test
  void code_that_is_not_python_is_told_with_its_line() {
    Vivarium.Result result =
        new WrittenSite()
            .with(
                "page.html",
                """
                <script type="py">
                  x = await later()
                  "é😀\\ fine"
                </script>
                <script type="mpy">
                  if x
                    print(x)
                </script>
                <script type="py" src="main.py"></script>
                <script type="py-editor">for each in ______:</script>
                """)
            .with("main.py", "x = 1\ny = (\n")
            .run();
    assertThat(result.err())
        .contains("page.html:6: warning: This is not Python: expected ':'.")
        .contains("main.py:2: warning: This is not Python: '(' was never closed.")
        .doesNotContain("page.html:2", "page.html:10");
    assertThat(result.exitCode()).isZero();
  }
}
