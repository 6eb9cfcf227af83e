package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;

/** Outputs that are known when the site is built, and what becomes of them in the browser. */
class OutputsTest {
  private static final String PAGE = "outputs.html";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @TempDir static Path folder;
  private static StaticServer server;

  @BeforeAll
  static void build() throws IOException, URISyntaxException {
    Path source =
        Path.of(
                Objects.requireNonNull(OutputsTest.class.getResource("/outputs/outputs.md"))
                    .toURI())
            .resolveSibling("");
    Path site = folder.resolve("site");
    Vivarium.Result result = Vivarium.run("build", source.toString(), "-o", site.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).doesNotContain("warning");
    server = StaticServer.start(site, "/");
  }

  private static Page open(String page, Browser.NewContextOptions options) {
    Page opened = CHROMIUM.blank(options);
    opened.navigate(server.url() + page);
    return opened;
  }

  private static Page desktop(String page) {
    return open(page, new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void every_output_is_the_same_before_and_after_its_cell_runs_in_the_browser() {
    Page page = desktop(PAGE);
    List<String> ids =
        page.locator("viv-cell").all().stream().map(cell -> cell.getAttribute("id")).toList();
    assertThat(ids)
        .contains("text", "streams", "error", "html", "svg", "png", "markdown", "latex", "json")
        .contains("several", "big", "bigrepr", "strange", "many", "updates", "frames");
    SoftAssertions all = new SoftAssertions();
    for (String id : ids) {
      CellDriver cell = new CellDriver(page, id);
      String before = cell.output().innerHTML();
      double height = cell.locator().boundingBox().height;
      all.assertThat(before).as(id).isNotEmpty();
      cell.locator().evaluate("cell => cell.run()");
      cell.ends();
      assertThat(cell.locator().locator(".viv-output:not([aria-busy])")).isVisible();
      all.assertThat(cell.output().innerHTML()).as(id).isEqualTo(before);
      all.assertThat(cell.locator().boundingBox().height).as("height of " + id).isEqualTo(height);
      cell.locator().evaluate("cell => cell.reset()");
      all.assertThat(cell.output().innerHTML()).as(id + ", reset").isEqualTo(before);
    }
    all.assertAll();
    assertThat(page.evaluate("window.hacked")).isNull();
  }

  @Test
  void outputs_are_there_without_javascript_and_can_do_no_harm() {
    Page page = open(PAGE, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("#text .viv-output")).hasText("'<a & b>\\n'");
    assertThat(page.locator("#error .viv-error")).containsText("ZeroDivisionError");
    assertThat(page.locator("#html td")).hasText("42 & more");
    assertThat(page.locator("#png img")).isVisible();
    assertThat(page.locator("#markdown .katex").first()).isVisible();
    assertThat(page.locator("#json summary").first()).hasText("{7 members}");
    assertThat(page.locator("#big .viv-left-out")).containsText("characters in");
    assertThat(page.locator(".viv-output :is(script, style, form, iframe)")).hasCount(0);
    assertThat(page.locator("main > viv-cell")).hasCount(16);
  }

  @Test
  void the_example_course_is_complete_without_javascript() throws IOException {
    Path course = folder.resolve("course");
    Vivarium.Result result =
        Vivarium.run(
            "build", Path.of("..", "examples", "course").toString(), "-o", course.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    StaticServer files = StaticServer.start(course, "/");
    Page index = CHROMIUM.blank(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    index.navigate(files.url() + "index.html");
    List<String> lessons =
        index.locator("main a").all().stream().map(link -> link.getAttribute("href")).toList();
    assertThat(lessons).hasSizeGreaterThanOrEqualTo(4);
    for (String lesson : lessons) {
      index.navigate(files.url() + lesson);
      Locator cells = index.locator("viv-cell:not([data-setup])");
      assertThat(cells.count()).as(lesson).isPositive();
      assertThat(cells.locator(".viv-output:empty")).hasCount(0);
    }
  }

  @Test
  void the_styles_for_mathematics_come_when_a_reader_makes_the_first() {
    Page page = desktop("steps.html?view=page");
    CellDriver cell = new CellDriver(page, "later");
    cell.type("class T:\n    def _repr_latex_(self): return '$x^2$'\nT()").run();
    assertThat(cell.output().locator(".katex")).isVisible();
    assertThat(cell.output().locator(".katex-mathml")).hasCSS("position", "absolute");
  }

  @Test
  void on_paper_outputs_are_whole() {
    Page page = desktop(PAGE);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#big .viv-output")).hasCSS("max-height", "none");
    assertThat(page.locator("#json .viv-output").getByText("\"math\"")).isVisible();
  }

  @Test
  void colours_of_a_terminal_have_enough_contrast_in_light_and_dark() {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      Page page = open(PAGE, new Browser.NewContextOptions().setColorScheme(scheme));
      assertThat(page.evaluate(Contrast.TOO_LOW)).as(scheme.name()).isEqualTo("");
    }
  }

  @Test
  void on_a_phone_no_output_is_wider_than_the_page() {
    Page page =
        open(
            PAGE,
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  @Test
  void in_a_deck_an_output_may_wait_for_a_step() {
    Page page = desktop("steps.html#/predict-first");
    Locator later = page.locator("#later .viv-output");
    Locator shown = page.locator(".viv-shown .viv-output");
    assertThat(later).not().isVisible();
    page.keyboard().press("ArrowRight");
    assertThat(later).isVisible();
    assertThat(later).hasText("42");
    assertThat(shown).not().isVisible();
    page.keyboard().press("ArrowRight");
    assertThat(shown).isVisible();
    page.keyboard().press("ArrowRight");
    assertThat(page).hasURL(server.url() + "steps.html#/next");
  }

  @Test
  void a_reader_who_runs_the_cell_sees_its_output_at_once() {
    Page page = desktop("steps.html#/predict-first");
    CellDriver cell = new CellDriver(page, "later").run();
    assertThat(cell.output()).isVisible();
    assertThat(cell.outputText()).isEqualTo("42");
  }
}
