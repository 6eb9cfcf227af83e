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

/** What a reader sees of an exception. */
class ErrorsTest {
  private static final List<String> FAILING =
      List.of("misspelt", "library", "caller", "syntax", "group", "missing");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @TempDir static Path folder;
  private static StaticServer server;

  @BeforeAll
  static void build() throws IOException, URISyntaxException {
    Path source =
        Path.of(Objects.requireNonNull(ErrorsTest.class.getResource("/errors/errors.md")).toURI())
            .resolveSibling("");
    Path site = folder.resolve("site");
    Vivarium.Result result = Vivarium.run("build", source.toString(), "-o", site.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    server = StaticServer.start(site, "/");
  }

  private static Page open(String page, Browser.NewContextOptions options) {
    Page opened = CHROMIUM.blank(options);
    opened.navigate(server.url() + page);
    return opened;
  }

  private static Page desktop() {
    return open("errors.html", new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void an_error_is_the_same_before_and_after_its_cell_runs_in_the_browser() {
    Page page = desktop();
    new CellDriver(page, "helper").run();
    SoftAssertions all = new SoftAssertions();
    for (String id : FAILING) {
      CellDriver cell = new CellDriver(page, id);
      String before = cell.output().innerHTML();
      all.assertThat(before).contains("viv-error-headline");
      cell.run();
      all.assertThat(cell.output().innerHTML()).as(id).isEqualTo(before);
    }
    all.assertAll();
  }

  @Test
  void an_error_has_a_headline_a_hint_and_the_readers_own_lines() {
    Page page = open("errors.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Locator error = page.locator("#misspelt .viv-error");
    assertThat(error.locator(".viv-error-headline"))
        .hasText("NameError: name 'totl' is not defined. Did you mean: 'total'? line 3");
    assertThat(error.locator(".viv-error-hint"))
        .hasText("There is no totl. Did you mean total? Check the spelling.");
    assertThat(error.locator(".viv-error-own")).containsText("print(totl)");
    assertThat(error.locator("details")).hasCount(0);
    assertThat(page.locator("#missing .viv-error-hint"))
        .containsText("This page does not have the package numpy");
    assertThat(page.locator("#syntax .viv-error-own"))
        .hasText("Cell \"syntax\", line 2\n  for n in numbers\n                  ^");
    assertThat(page.locator("#group .viv-error-own")).containsText("KeyError: 'two'");
  }

  @Test
  void what_other_peoples_code_did_is_a_click_or_a_key_away() {
    Page page = open("errors.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Locator error = page.locator("#library .viv-error");
    assertThat(error.locator(".viv-error-own")).not().containsText("decoder.py");
    assertThat(error.locator(".viv-error-traceback")).not().isVisible();
    error.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(error.locator(".viv-error-traceback")).isVisible();
    assertThat(error.locator(".viv-error-traceback")).containsText("decoder.py");
    page.keyboard().press("Space");
    assertThat(error.locator(".viv-error-traceback")).not().isVisible();
  }

  @Test
  void the_line_in_the_headline_puts_the_caret_there() {
    Page page = desktop();
    CellDriver cell = new CellDriver(page, "misspelt").run();
    cell.output().locator(".viv-error-place").focus();
    page.keyboard().press("Enter");
    assertThat(cell.editor()).isFocused();
    page.keyboard().insertText("#");
    assertThat(cell.editor()).containsText("#print(totl)");
    assertThat(page).hasURL(server.url() + "errors.html");
  }

  @Test
  void a_line_of_another_cell_is_named_with_its_cell_and_gone_to() {
    Page page = desktop();
    Locator place = page.locator("#caller .viv-error-place");
    assertThat(place).hasText("line 2 of “helper”");
    place.click();
    assertThat(new CellDriver(page, "helper").editor()).isFocused();
    page.keyboard().insertText("#");
    assertThat(page.locator("#helper .cm-content")).containsText("    #return x / 0");
  }

  @Test
  void in_a_deck_a_line_on_another_slide_is_gone_to() {
    Page page =
        open(
            "errors.slides.html#/elsewhere",
            new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.locator("#caller .viv-error-place").click();
    assertThat(new CellDriver(page, "helper").editor()).isFocused();
  }

  @Test
  void a_name_that_another_cell_defines_leads_to_that_cell() {
    Page page = desktop();
    CellDriver later = new CellDriver(page, "later").run();
    assertThat(later.output().locator(".viv-error-hint"))
        .hasText("total gets its value in a cell above that has not run yet: run that one first.");
    new CellDriver(page, "before").run();
    assertThat(later.run().outputText()).isEqualTo("2");
  }

  @Test
  void a_long_error_begins_with_its_headline() {
    Page page = desktop();
    CellDriver cell = new CellDriver(page, "misspelt");
    cell.type("print('x\\n' * 100)\nraise ValueError('\\n'.join('abcdefghij' * 20))").run();
    assertThat(cell.output().locator(".viv-error-headline")).isInViewport();
  }

  @Test
  void on_paper_an_error_has_its_own_lines_and_nothing_to_click() {
    Page page = desktop();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#library .viv-error-own")).isVisible();
    assertThat(page.locator("#library summary")).not().isVisible();
  }

  @Test
  void errors_have_enough_contrast_in_light_and_dark() {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      Page page = open("errors.html", new Browser.NewContextOptions().setColorScheme(scheme));
      assertThat(page.evaluate(Contrast.TOO_LOW)).as(scheme.name()).isEqualTo("");
    }
  }

  @Test
  void on_a_phone_no_error_is_wider_than_the_page() {
    Page page =
        open(
            "errors.html",
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }
}
