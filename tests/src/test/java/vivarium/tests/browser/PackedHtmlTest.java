package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.command.Vivarium;
import vivarium.tests.packages.LockedFolder;

/** Pages of HTML in one file each. */
class PackedHtmlTest {
  @RegisterExtension static final PackedFolder FOLDER = new PackedFolder();

  private static final String RELEASE = "https://pyscript.net/releases/2026.7.3/";

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Höhle</title>
      <link rel="stylesheet" href="RELEASEcore.css">
      <script type="module" src="RELEASEcore.js"></script>
      """
          .replace("RELEASE", RELEASE);

  private static final String FILES =
      """
      Object.keys(vivariumPacked.files.files).map((path) => path.replace(/.*\\//, "")).join(" ")
      """;

  @BeforeAll
  static void write() throws IOException {
    FOLDER.put("ages.csv", "1\n2\n3\n");
    FOLDER.put("look.css", "h1 { color: rgb(1, 2, 3); background: url(\"square.svg\") }");
    FOLDER.put("app.js", "document.documentElement.dataset.app = 'ö </script> <!-- <script>';");
    FOLDER.put(
        "lib/twice.js", "import { two } from './two.js';\nexport const twice = (x) => two * x;");
    FOLDER.put(
        "lib/two.js", "export const two = 2;\nglobalThis.times = (globalThis.times ?? 0) + 1;");
    FOLDER.put(
        "square.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>");
  }

  @Test
  void scripts_on_the_pages_thread_have_their_files_modules_and_what_the_image_does_not_have()
      throws IOException {
    FOLDER.put(
        "main.html",
        HEAD
            + """
            <link rel="stylesheet" href="look.css" media="screen">
            <style>#more { background: url(square.svg) }</style>
            <script src="app.js"></script>
            <script type="module">
            import { hooks } from "RELEASEcore.js";
            import { twice } from "./lib/twice.js";
            hooks.main.onReady.add(() => { document.body.dataset.hooked = String(twice(21)); });
            </script>
            </head><body><h1>Höhle</h1>
            <img src="square.svg" srcset="square.svg 2x" alt="">
            <py-config>
            [files]
            "ages.csv" = ""
            [js_modules.main]
            "./lib/twice.js" = "twice"
            </py-config>
            <button id="more">More</button> <div id="out"></div>
            <script type="py">
            from pyscript import display, fetch, when
            import wave
            display(sum(int(x) for x in open("ages.csv")), wave.WAVE_FORMAT_PCM, target="out")
            from pyscript.js_modules import twice
            display(twice.twice(4), await fetch("ages.csv").text(), target="out")
            @when("click", "#more")
            def more(event):
                display("<" + "/script> more", target="out")
            </script></body></html>
            """
                .replace("RELEASE", RELEASE));
    Page page = FOLDER.packed("main.html");
    assertThat(page.locator("#out > div"))
        .hasText(new String[] {"6", "1", "8", "1 2 3"}, patiently());
    page.locator("#more").click();
    assertThat(page.locator("#out > div").last()).hasText("</script> more");
    assertThat(page).hasTitle("Höhle");
    assertThat(page.locator("html")).hasAttribute("data-app", "ö </script> <!-- <script>");
    assertThat(page.locator("body")).hasAttribute("data-hooked", "42");
    assertThat(page.locator("h1")).hasCSS("color", "rgb(1, 2, 3)");
    assertThat(page.evaluate("document.querySelector('img').currentSrc.slice(0, 18)"))
        .isEqualTo("data:image/svg+xml");
    assertThat(page.evaluate("times")).isEqualTo(1);
    assertThat(page.evaluate(FILES).toString())
        .contains("ages.csv", "image.js", "toml.js")
        .doesNotContain(
            "micropython", "editors.js", "terminals.js", "python.json", "square.svg", "app.js");
  }

  @Test
  void pictures_that_scripts_show_are_found() throws IOException {
    FOLDER.put(
        "shows.html",
        """
        <!doctype html><mpy-config>{"files": {"square.svg": "", "code.txt": ""}}</mpy-config>
        <img id=first alt=""><div id=more></div>
        <script type=mpy>
        from pyscript import document
        document.querySelector("#first").src = "square.svg"
        document.querySelector("#more").innerHTML = "<img src='square.svg' alt=''>"
        print(open("square.svg").read())
        </script>
        """);
    FOLDER.put("code.txt", "");
    Page page = FOLDER.packed("shows.html");
    page.waitForFunction(
        "[...document.images].filter((image) => image.naturalWidth === 40).length === 2");
    FOLDER.forgiven(); // The browser has looked beside the page for a moment.
  }

  @Test
  void a_worker_sees_the_page_asks_its_reader_and_reads_files() throws IOException {
    FOLDER.put("conf/py.toml", "[files]\n\"../ages.csv\" = \"in/ages.csv\"\n");
    FOLDER.put(
        "worker.html",
        HEAD
            + """
            <script>window.prompt = (text) => text + " Ada";</script>
            </head><body><h1>Before</h1>
            <script type="py" worker config="conf/py.toml">
            import wave
            from pyscript import display, document
            document.querySelector("h1").textContent += " and after"
            display(open("in/ages.csv").read().split(), wave.WAVE_FORMAT_PCM, input("Who?"))
            </script>
            """);
    Page page = FOLDER.packed("worker.html");
    assertThat(page.locator("script-py > div"))
        .hasText(new String[] {"['1', '2', '3']", "1", "Who? Ada"}, patiently());
    assertThat(page.locator("h1")).hasText("Before and after");
  }

  @Test
  void micropython_comes_without_cpython() throws IOException {
    FOLDER.put("code.py", "from pyscript import display\ndisplay(6 * 7)\n");
    FOLDER.put("small.html", "<h1>Small</h1><script type=mpy src=code.py></script>");
    Page page = FOLDER.packed("small.html");
    assertThat(page.locator("body")).containsText("42", patientContained());
    assertThat(page.evaluate(FILES).toString()).doesNotContain("wasm.br", "image", "editors");
    assertThat(FOLDER.size("small.html")).isLessThan(800_000);
  }

  @Test
  void editors_and_terminals_run_what_readers_type() throws IOException {
    FOLDER.put(
        "tools.html",
        HEAD
            + """
            </head><body>
            <script type="py-editor">print(6 * 7)</script>
            <script type="mpy-editor">print(6 * 8)</script>
            <script type="py" worker terminal>
            print("Hello", input("Who? "))
            </script></body></html>
            """);
    Page page = FOLDER.packed("tools.html");
    page.locator(".py-editor-run-button").click();
    assertThat(page.locator(".py-editor-output")).hasText("42", patiently());
    page.locator(".mpy-editor-run-button").click();
    assertThat(page.locator(".mpy-editor-output")).hasText("48", patiently());
    assertThat(page.locator("py-terminal")).containsText("Who?", patientContained());
    page.locator("py-terminal").click();
    page.keyboard().type("Ada\n");
    assertThat(page.locator("py-terminal")).containsText("Hello Ada");
    assertThat(page.locator("py-terminal").boundingBox().height).isLessThan(700);
  }

  @Test
  void what_a_page_keeps_is_its_own_wherever_the_file_lies() throws IOException {
    String text =
        HEAD
            + """
            </head><body><script type="py">
            from pyscript import display, storage
            store = await storage("visits")
            store["count"] = store.get("count", 0) + 1
            await store.sync()
            display(store["count"])
            </script></body></html>
            """;
    FOLDER.put("keeps.html", text);
    FOLDER.put("other.html", text);
    Page page = FOLDER.packed("keeps.html");
    assertThat(page.locator("script-py")).hasText("1", patiently());
    assertThat(FOLDER.pack("other.html").exitCode()).isZero();
    page.navigate(FOLDER.path("other.packed.html").toUri().toString());
    assertThat(page.locator("script-py")).hasText("1", patiently());
    Path moved = FOLDER.put("elsewhere/renamed.html", "");
    Files.write(moved, Files.readAllBytes(FOLDER.path("keeps.packed.html")));
    page.navigate(moved.toUri().toString());
    assertThat(page.locator("script-py")).hasText("2", patiently());
  }

  @Test
  void locked_packages_are_in_the_file() throws IOException {
    LockedFolder locked =
        LockedFolder.create().pure("fruit", "1.2", Map.of("fruit.py", "name = 'apple'\n"));
    Path source =
        Files.writeString(
            locked.folder().resolve("fruit.html"),
            HEAD
                + """
                <py-config>packages = ["fruit"]</py-config>
                <script type="py">
                import fruit
                from pyscript import display
                display(fruit.name)
                </script>
                <script type="py" worker>
                import fruit
                from pyscript import display
                display(fruit.name, "again")
                </script>
                """);
    assertThat(locked.lock("--offline").err()).isEmpty();
    Path output = FOLDER.path("fruit.html");
    Vivarium.Result packed = Vivarium.run("pack", source.toString(), "-o", output.toString());
    assertThat(packed.err()).isEmpty();
    Page page = FOLDER.open("fruit.html");
    assertThat(page.locator("script-py").first()).hasText("apple", patiently());
    assertThat(page.locator("script-py > div"))
        .hasText(new String[] {"apple", "apple", "again"}, patiently());
  }

  @Test
  void a_page_without_python_has_its_pictures_styles_scripts_and_data() throws IOException {
    FOLDER.put(
        "plain.html",
        """
        <!doctype html><title>Plain</title><link rel=stylesheet href=look.css>
        <h1>Plain</h1><img src=square.svg alt=""><a href=ages.csv>Ages</a>
        <script src=app.js></script>
        <script>
        fetch("ages.csv").then(async (answer) => document.body.append(await answer.text()));
        </script>
        """);
    Page page = FOLDER.packed("plain.html");
    assertThat(page.locator("body")).containsText("1 2 3");
    assertThat(page.locator("h1")).hasCSS("color", "rgb(1, 2, 3)");
    assertThat(page.evaluate("document.querySelector('img').naturalWidth")).isEqualTo(40);
    assertThat(page.locator("a")).hasAttribute("download", "ages.csv");
    assertThat(page.evaluate("document.compatMode")).isEqualTo("CSS1Compat");
    assertThat(FOLDER.size("plain.html")).isLessThan(20_000);
  }

  @Test
  void a_page_can_be_read_without_scripts() throws IOException {
    FOLDER.put("read.html", HEAD + "</head><body><h1>To read</h1><script type=mpy></script>");
    FOLDER.packed("read.html");
    Page page =
        FOLDER.open(
            "read.packed.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("body")).hasText("To read");
  }

  @Test
  void a_page_that_was_cut_off_says_so() throws IOException {
    FOLDER.put("cut.html", HEAD + "</head><body><script type=py>print(1)</script>");
    assertThat(FOLDER.pack("cut.html").exitCode()).isZero();
    byte[] whole = Files.readAllBytes(FOLDER.path("cut.packed.html"));
    Files.write(FOLDER.path("cut.packed.html"), Arrays.copyOf(whole, whole.length / 4 * 2));
    Page page = FOLDER.open("cut.packed.html");
    assertThat(page.locator("[role=alert]").first()).containsText("not complete");
    assertThat(FOLDER.forgiven()).noneMatch(problem -> problem.startsWith("error:"));
  }

  @Test
  void long_pages_with_what_looks_like_the_end_of_scripts_stay_what_they_are() throws IOException {
    String text = "Viel Text, <b>sehr</b> viel. &lt;/script&gt; ".repeat(120_000);
    FOLDER.put(
        "long.html",
        HEAD
            + "</head><body><!-- </script> <script> --><p>"
            + text
            + "<script>globalThis.said = '<\\/script> --> <script';</script>"
            + "<script type=mpy>from pyscript import window\nwindow.done = '</'</script>");
    Page page = FOLDER.packed("long.html");
    page.waitForFunction("globalThis.done === '</'");
    assertThat(page.evaluate("said")).isEqualTo("</script> --> <script");
    assertThat(page.evaluate("document.querySelectorAll('b').length")).isEqualTo(120_000);
  }

  /** Python may be starting on a busy machine. */
  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  }

  private static LocatorAssertions.ContainsTextOptions patientContained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }
}
