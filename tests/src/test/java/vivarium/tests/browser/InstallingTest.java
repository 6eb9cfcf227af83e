package vivarium.tests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.packages.supply.TestIndex;
import vivarium.packages.supply.TestWheel;
import vivarium.tests.packages.LockedFolder;

/** Cells that install from package indexes which the author allows. */
class InstallingTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String DOCUMENT =
      """
      ---
      format: page
      install-from: [%s]
      ---
      # Packages

      ```python {run #cell}
      print("ready")
      ```
      """;

  private static final String THERE =
      """
      import importlib.util
      print([name for name in ["sound", "base", "wood", "wrong", "outside", "changed", "more", "fancy", "tint", "soup"]
             if importlib.util.find_spec(name)])
      """;

  private static TestIndex index;
  private static TestIndex links;
  private static TamperingServer site;

  @BeforeAll
  static void build() throws IOException {
    index = new TestIndex(true);
    links = new TestIndex(false);
    publish();
    LockedFolder folder =
        LockedFolder.create()
            .pure("tree", "2.0", Map.of("tree.py", "grown = True\n"))
            .document("page", DOCUMENT.formatted(index.url() + ", " + links.url()))
            .document("links", DOCUMENT.formatted(links.url()))
            .document("closed", DOCUMENT.formatted(""));
    site = TamperingServer.start(folder.build("--no-images"));
  }

  private static void publish() {
    index
        .has(TestWheel.of("sound", "1.0"))
        .has(TestWheel.of("sound", "2.0").needs("base>=1", "tree", "never; os_name == 'nt'"))
        .has(TestWheel.of("sound", "3.0"), ", \"requires-python\": \"<3\"")
        .has(TestWheel.of("base", "1.2"))
        .has(TestWheel.of("wood", "1.0").needs("base", "tree>=3"))
        .has(TestWheel.of("fancy", "1.0").needs("tint>1; extra == 'colour'"))
        .has(TestWheel.of("tint", "1.5"))
        .has(TestWheel.of("outside", "1.0").needs("base").file("../../outside.py", "pass\n"))
        .has(TestWheel.of("changed", "1.0").unrecorded("changed/__init__.py", "pass\n"))
        .has(TestWheel.of("more", "1.0").unrecorded("more/stowaway.py", "pass\n"))
        .has(TestWheel.of("native", "1.0").tag("cp314-cp314-manylinux_2_28_x86_64"))
        .has(TestWheel.of("wrong", "1.0").needs("base"))
        .has(TestWheel.of("beautifulsoup4", "4.14").file("bs4/__init__.py", "name = 'soup'\n"));
    TestWheel other = TestWheel.of("wrong", "1.0").field("Summary", "of somebody else");
    index.server().on("/files/" + other.fileName(), "application/octet-stream", other.bytes());
    links
        .has(TestWheel.of("plain", "1.0"))
        .has(TestWheel.of("plain", "2.0"), " data-yanked")
        .has(TestWheel.of("plain", "3.0"), " data-requires-python='&lt;3'");
  }

  @BeforeEach
  void reset() {
    for (TestIndex each : List.of(index, links)) {
      each.server().openToPages(true).asked().clear();
    }
    site.reset();
  }

  @AfterAll
  static void stop() {
    index.close();
    links.close();
  }

  @Test
  void a_package_comes_with_what_it_needs_and_with_nothing_else() {
    CellDriver cell = visit("page").type("%pip install sound>=1.5\nimport sound, base, tree").run();
    assertThat(cell.outputText())
        .isEqualTo("sound 2.0 is installed. base 1.2 is installed. tree 2.0 is installed.");
    assertThat(index.server().asked())
        .containsExactlyInAnyOrder(
            "/simple/sound/",
            "/files/sound-2.0-py3-none-any.whl.metadata",
            "/simple/base/",
            "/files/base-1.2-py3-none-any.whl.metadata",
            "/files/sound-2.0-py3-none-any.whl",
            "/files/base-1.2-py3-none-any.whl");
    assertThat(links.server().asked()).isEmpty();
    index.server().asked().clear();
    cell.type("%pip install sound base").run();
    assertThat(cell.outputText()).isEqualTo("sound 2.0 is installed. base 1.2 is installed.");
    assertThat(index.server().asked()).isEmpty();
  }

  @Test
  void extras_are_installed_when_they_are_asked_for() {
    CellDriver cell = visit("page").type("import micropip\nawait micropip.install('fancy')").run();
    assertThat(cell.outputText()).isEmpty();
    assertThat(there(cell)).isEqualTo("['fancy']");
    cell.type("await micropip.install(['fancy[colour]'])\nimport tint\ntint.__version__").run();
    assertThat(cell.outputText()).isEqualTo("'1.5'");
  }

  @Test
  void other_ways_to_install_lead_to_the_same() {
    for (String line :
        List.of(
            "import pyodide_js\nawait pyodide_js.loadPackage('sound')",
            "import pyodide_js\nawait pyodide_js.loadPackage(['base', 'sound'])",
            "!pip3 install --quiet sound --index-url=" + index.url(),
            "import micropip\nmicropip.set_index_urls('"
                + index.url()
                + "')\nawait micropip.install('sound')",
            "import micropip\nawait micropip.install('sound', index_urls=['"
                + index.url()
                + "'])")) {
      CellDriver cell = visit("page").type(line + "\nimport sound\nsound.__version__").run();
      assertThat(cell.outputText()).as(line).endsWith("'2.0'");
    }
  }

  @Test
  void without_what_it_needs_a_package_can_be_had_alone() {
    CellDriver cell =
        visit("page").type("import micropip\nawait micropip.install('sound', deps=False)").run();
    assertThat(there(cell)).isEqualTo("['sound']");
  }

  @Test
  void an_import_installs_what_is_well_known_to_bring_it() {
    CellDriver cell = visit("page").type("import bs4\nbs4.name").run();
    assertThat(cell.outputText()).isEqualTo("'soup'");
  }

  @Test
  void an_import_of_any_other_name_asks_nobody_and_says_how_to_install() {
    CellDriver cell = visit("page").type("import gamelan").run();
    assertThat(cell.outputText()).contains("%pip install NAME", index.url());
    assertThat(index.server().asked()).isEmpty();
  }

  @Test
  void an_import_that_cannot_be_installed_says_why() {
    CellDriver cell = visit("page").type("import yaml").run();
    assertThat(cell.outputText()).contains("ModuleNotFoundError", "The cell needs pyyaml, which");
    cell.type("try:\n    import dateutil\nexcept ImportError:\n    print('without')").run();
    assertThat(cell.outputText()).isEqualTo("without");
    assertThat(index.server().asked()).containsExactly("/simple/pyyaml/");
  }

  @Test
  void what_does_not_go_with_the_page_is_explained_and_nothing_is_installed() {
    CellDriver cell = visit("page").type("%pip install wood").run();
    assertThat(cell.outputText()).contains("wood 1.0 needs tree>=3, and this page has tree 2.0");
    assertThat(there(cell)).isEqualTo("[]");
  }

  @Test
  void what_no_index_has_or_none_for_this_engine_is_named() {
    CellDriver cell = visit("page").type("%pip install nowhere").run();
    assertThat(cell.outputText())
        .contains("The cell needs nowhere, which is not in", index.url(), links.url());
    cell.type("%pip install native").run();
    assertThat(cell.outputText()).contains("one file of it, none for Python 3.14 in a browser");
    cell.type("%pip install 'sound>2'").run();
    assertThat(cell.outputText()).contains("there is only sound 1.0 to 2.0");
    cell.type("%pip install sound==").run();
    assertThat(cell.outputText()).contains("\"sound==\", at its end");
  }

  @Test
  void a_wheel_with_another_hash_is_refused_with_both_and_nothing_is_installed() {
    CellDriver cell = visit("page").type("%pip install wrong").run();
    assertThat(cell.outputText())
        .contains("wrong-1.0-py3-none-any.whl is not what the index says")
        .containsPattern("SHA-256 is [0-9a-f]{64}, and should be [0-9a-f]{64}");
    assertThat(there(cell)).isEqualTo("[]");
  }

  @Test
  void a_wheel_that_reaches_out_of_its_folder_is_refused_and_nothing_is_installed() {
    CellDriver cell = visit("page").type("%pip install outside").run();
    assertThat(cell.outputText()).contains("'../../outside.py' lies outside of it");
    assertThat(there(cell)).isEqualTo("[]");
  }

  @Test
  void a_wheel_that_has_other_files_than_it_records_is_refused() {
    CellDriver cell = visit("page").type("%pip install changed").run();
    assertThat(cell.outputText()).contains("'changed/__init__.py' is not the file that it records");
    cell.type("%pip install more").run();
    assertThat(cell.outputText()).contains("it does not record 'more/stowaway.py'");
    assertThat(there(cell)).isEqualTo("[]");
  }

  @Test
  void options_of_micropip_that_have_no_effect_are_named() {
    CellDriver cell =
        visit("page")
            .type("import micropip\nawait micropip.install('tree', pre=True, reinstall=True)")
            .run();
    assertThat(cell.outputText()).contains("does not heed pre, reinstall here");
  }

  @Test
  void an_index_that_cannot_be_reached_is_named() {
    index.server().openToPages(false);
    CellDriver cell = visit("page").type("%pip install sound").run();
    assertThat(cell.outputText())
        .contains(index.url() + "sound/ cannot be reached", "no network", "(CORS)");
    index.server().openToPages(true);
    cell.run();
    assertThat(cell.outputText()).startsWith("sound 2.0 is installed.");
  }

  @Test
  void an_index_that_the_author_did_not_allow_is_not_asked() {
    CellDriver cell = visit("links");
    for (String line :
        List.of(
            "%pip install sound --index-url " + index.url(),
            "%pip install -i " + index.url() + " sound",
            "import micropip\nmicropip.set_index_urls(['" + index.url() + "'])",
            "import micropip\nawait micropip.install('sound', index_urls='" + index.url() + "')")) {
      cell.type(line).run();
      assertThat(cell.outputText())
          .as(line)
          .contains(
              "may not install from " + index.url(),
              "It allows " + links.url(),
              "`install-from: [" + index.url() + "]`");
    }
    assertThat(index.server().asked()).isEmpty();
  }

  @Test
  void an_index_of_plain_links_does_too() {
    CellDriver cell = visit("links").type("%pip install plain").run();
    assertThat(cell.outputText()).isEqualTo("plain 1.0 is installed.");
  }

  @Test
  void what_goes_on_is_seen_while_it_does() {
    CountDownLatch release = new CountDownLatch(1);
    TestWheel slow = TestWheel.of("slow", "1.0");
    index.has(slow);
    index
        .server()
        .on(
            "/files/" + slow.fileName() + ".metadata",
            exchange -> {
              await(release);
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(slow.metadata().getBytes(UTF_8));
            });
    CellDriver cell = visit("page").type("%pip install slow");
    cell.locator().locator("[data-action=run]").click();
    cell.output().getByText("Looking for slow").waitFor();
    release.countDown();
    assertThat(cell.ends().outputText()).isEqualTo("slow 1.0 is installed.");
  }

  @Test
  void a_page_whose_author_allows_no_index_asks_none() {
    CellDriver cell = visit("closed").type("%pip install sound").run();
    assertThat(cell.outputText()).contains("This page does not have `sound`");
    cell.type("import micropip\nawait micropip.install('sound', index_urls='" + index.url() + "')");
    assertThat(cell.run().outputText()).contains("may not install from " + index.url());
    cell.type("import bs4").run();
    assertThat(cell.outputText()).contains("ModuleNotFoundError");
    assertThat(index.server().asked()).isEmpty();
    assertThat(site.asked("installer.js")).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String there(CellDriver cell) {
    return cell.type(THERE).run().outputText();
  }

  private static CellDriver visit(String document) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(site.url(document + ".html"));
    return new CellDriver(page, "cell");
  }
}
