package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.packages.LockedFolder;

/** Packages of a site's own, in pages that start from a memory image and in those that do not. */
class PackagesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String DOCUMENT =
      """
      ---
      format: page
      packages: [quiet]
      ---
      # Packages

      ```python {run #cell}
      import fruit
      print(fruit.name(), fruit.__file__.endswith("site-packages/fruit/__init__.py"))
      ```
      """;

  private static TamperingServer images;
  private static TamperingServer plain;

  private final List<String> elsewhere = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void build() throws IOException {
    LockedFolder folder =
        LockedFolder.create()
            .pure(
                "fruit",
                "1.2",
                Map.of(
                    "fruit/__init__.py",
                    "import tree\n\ndef name():\n    return tree.grown('apple')\n"),
                "tree")
            .pure("tree", "2.0", Map.of("tree.py", "def grown(what):\n    return what + 's'\n"))
            .pure("quiet", "1.0", Map.of("quiet.py", "word = 'hush'\n"))
            .pure("spare", "3.0", Map.of("spare.py", "import quiet\nword = quiet.word\n"), "quiet")
            .document("page", DOCUMENT);
    images = TamperingServer.start(folder.build());
    plain = TamperingServer.start(folder.build("--no-images"));
  }

  @AfterEach
  void resetServers() {
    images.reset();
    plain.reset();
    assertThat(elsewhere).as("requests that left the site").isEmpty();
  }

  @Test
  void a_page_that_starts_from_an_image_has_its_packages_in_it() {
    Page page = visit(images);
    assertThat(shown(page)).isEqualTo("apples True");
    assertThat(new CellDriver(page, "cell").run().outputText()).isEqualTo("apples True");
    assertThat(start(page)).isEqualTo("image");
    assertThat(images.asked(".whl")).isZero();
  }

  @Test
  void a_page_that_starts_from_nothing_loads_what_its_cells_want_and_no_more() {
    Page page = visit(plain);
    assertThat(shown(page)).isEqualTo("apples True");
    assertThat(new CellDriver(page, "cell").run().outputText()).isEqualTo("apples True");
    assertThat(start(page)).isEqualTo("plain");
    assertThat(plain.asked("fruit-1.2-py3-none-any.whl")).isEqualTo(1);
    assertThat(plain.asked("quiet-1.0-py3-none-any.whl")).isEqualTo(1);
    assertThat(plain.asked("spare-3.0-py3-none-any.whl")).isZero();
  }

  @Test
  void wheels_come_while_the_engine_does() {
    Runnable release = plain.hold("pyodide.asm.wasm");
    Page page = visit(plain);
    new CellDriver(page, "cell").locator().locator("[data-action=run]").click();
    page.waitForCondition(() -> plain.asked("fruit-1.2-py3-none-any.whl") == 1);
    release.run();
    assertThat(new CellDriver(page, "cell").ends().outputText()).isEqualTo("apples True");
  }

  @Test
  void what_a_reader_imports_is_loaded_then() {
    for (TamperingServer server : List.of(images, plain)) {
      Page page = visit(server);
      CellDriver cell = new CellDriver(page, "cell").type("import spare\nspare.word").run();
      assertThat(cell.outputText()).isEqualTo("'hush'");
      assertThat(server.asked("spare-3.0-py3-none-any.whl")).isEqualTo(1);
    }
  }

  @Test
  void a_wheel_with_another_content_is_refused_with_both_hashes() {
    plain.change("fruit-1.2-py3-none-any.whl", PackagesTest::changed);
    CellDriver cell = new CellDriver(visit(plain), "cell").run();
    assertThat(cell.outputText())
        .contains("The package fruit is not loaded")
        .containsPattern("SHA-256 [0-9a-f]{64}.*expects [0-9a-f]{64}");
    assertThat(plain.asked("fruit-1.2-py3-none-any.whl")).isGreaterThan(1);
  }

  @Test
  void a_wheel_that_is_missing_costs_what_needs_it_and_nothing_else() {
    plain.hide("fruit-1.2-py3-none-any.whl");
    Page page = visit(plain);
    CellDriver cell = new CellDriver(page, "cell").run();
    assertThat(cell.outputText()).contains("The package fruit cannot be loaded", "answered 404");
    assertThat(cell.type("import quiet\nquiet.word").run().outputText()).isEqualTo("'hush'");
    plain.reset();
    assertThat(cell.type("import fruit\nfruit.name()").run().outputText()).isEqualTo("'apples'");
  }

  @Test
  void what_is_installed_at_run_time_comes_from_the_site() {
    for (String line :
        List.of(
            "%pip install -q spare==3.0",
            "!python -m pip install spare",
            "import micropip\nawait micropip.install(['spare'])",
            "import pyodide_js\nawait pyodide_js.loadPackage('spare')",
            "import pyodide_js\nawait pyodide_js.loadPackage(['quiet', 'spare'])")) {
      for (TamperingServer server : List.of(images, plain)) {
        server.reset();
        CellDriver cell = new CellDriver(visit(server), "cell");
        String code = line + "\nimport importlib\nimportlib.import_module('spare').word";
        assertThat(cell.type(code).run().outputText()).as(line).endsWith("'hush'");
        assertThat(server.asked("spare-3.0-py3-none-any.whl")).isEqualTo(1);
      }
    }
  }

  @Test
  void to_install_what_is_there_changes_nothing() {
    CellDriver cell = new CellDriver(visit(images), "cell").type("%pip install fruit>=1").run();
    assertThat(cell.outputText()).isEqualTo("fruit 1.2 is installed.");
    cell.type("import micropip\nawait micropip.install('Fruit')\nmicropip.list()").run();
    assertThat(cell.outputText()).isEqualTo("{'fruit': '1.2', 'quiet': '1.0', 'tree': '2.0'}");
    assertThat(images.asked(".whl")).isZero();
  }

  @Test
  void what_the_lock_file_does_not_have_is_refused_with_the_way_to_get_it() {
    CellDriver cell = new CellDriver(visit(images), "cell");
    cell.type("%pip install rich>=13").run();
    assertThat(cell.outputText())
        .contains("PackageNotLocked", "`packages: [rich>=13]`", "`vivarium lock`");
    cell.type("import micropip\nawait micropip.install('fruit==2')").run();
    assertThat(cell.outputText()).contains("This page has fruit 1.2, not `fruit==2`");
    cell.type("import rich").run();
    assertThat(cell.outputText()).contains("fruit, quiet, spare, tree");
  }

  static byte[] changed(byte[] bytes) {
    byte[] other = bytes.clone();
    other[other.length / 2] ^= 1;
    return other;
  }

  private Page visit(TamperingServer server) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.context()
        .addInitScript(
            "window.kernels = []; document.addEventListener('viv:kernel',"
                + " (event) => kernels.push(event.detail));");
    page.context()
        .onRequest(
            request -> {
              if (!request.url().matches("(?:" + server.url("") + "|data:|blob:).*")) {
                elsewhere.add(request.url());
              }
            });
    page.navigate(server.url("page.html"));
    return page;
  }

  /** What the page shows before Python starts. */
  private static String shown(Page page) {
    return new CellDriver(page, "cell").outputText();
  }

  private static String start(Page page) {
    return (String) page.evaluate("kernels.find(({ state }) => state === 'ready').source");
  }
}
