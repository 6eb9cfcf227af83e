package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every recipe of the manual does what it says. The name of a test is the name of its recipe. */
class RecipesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static String url = "";

  @BeforeAll
  static void build() throws IOException {
    WrittenSite site = new WrittenSite();
    for (Recipe recipe : Recipe.all()) {
      site.with(recipe.name() + ".md", recipe.document());
    }
    url = site.build("--no-run").serve();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void each_recipe_has_its_test_and_its_link() throws IOException {
    List<String> names = Recipe.all().stream().map(Recipe::name).toList();
    List<String> tests =
        Arrays.stream(RecipesTest.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getName().replace('_', '-'))
            .toList();
    assertThat(tests).containsAll(names);
    assertThat(Recipe.links()).containsExactlyInAnyOrderElementsOf(names);
  }

  private static Page open(String recipe) {
    return open(recipe, "");
  }

  private static Page open(String recipe, String query) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(url + recipe + ".html" + query);
    assertThat(page.locator("#first")).hasAttribute("state", "ready");
    return page;
  }

  private static String style(Locator element, String property) {
    return (String)
        element.evaluate("(e, name) => getComputedStyle(e).getPropertyValue(name)", property);
  }

  @Test
  void another_accent_colour() {
    Page page = open("another-accent-colour");
    assertThat(style(page.locator("#first [data-action=run]"), "color"))
        .isEqualTo("rgb(160, 48, 48)");
  }

  @Test
  void larger_text_and_code_in_decks() {
    Page page = open("larger-text-and-code-in-decks");
    assertThat(style(page.locator(".reveal .slides"), "font-size")).isEqualTo("36px");
    assertThat(style(page.locator("#first .viv-source"), "font-size")).isEqualTo("36px");
  }

  @Test
  void your_own_icons() {
    Page page = open("your-own-icons");
    Object mask =
        page.locator("#first [data-action=run]")
            .evaluate("e => getComputedStyle(e, '::before').maskImage");
    assertThat((String) mask).contains("circle");
  }

  @Test
  void output_beside_the_code() {
    Page page = open("output-beside-the-code");
    CellDriver cell = new CellDriver(page, "first").run();
    BoundingBox code = cell.locator().locator(".viv-source, .viv-editor").first().boundingBox();
    assertThat(cell.output().boundingBox().x).isGreaterThan(code.x + 100);
  }

  @Test
  void no_reset_button() {
    Page page = open("no-reset-button");
    assertThat(page.locator("#first [data-action]")).hasCount(1);
    new CellDriver(page, "first").run();
    assertThat(page.locator("[data-action=reset]")).hasCount(0);
  }

  @Test
  void buttons_to_copy_and_to_clear() {
    Page page = open("buttons-to-copy-and-to-clear");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    CellDriver cell = new CellDriver(page, "first").run();
    cell.locator().hover();
    cell.locator().locator("[data-action=copy]").click();
    assertThat(cell.locator().locator("[data-action=copy]")).hasAttribute("aria-label", "Copied");
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo("numbers = [1, 2, 3]\nsum(numbers)");
    cell.locator().locator("[data-action=clear]").click();
    assertThat(cell.output()).isEmpty();
  }

  @Test
  void a_toolbar_of_your_own() {
    Page page = open("a-toolbar-of-your-own");
    Locator cell = page.locator("#first");
    assertThat(cell.locator(".viv-toolbar")).hasCount(0);
    assertThat(cell.getByText("Enough")).isHidden();
    cell.getByText("Run this").click();
    new CellDriver(page, "first").ends();
    assertThat(cell.locator(".viv-state")).hasText("Done");
    assertThat(cell.locator(".viv-output")).hasText("6");
    page.evaluate("document.getElementById('first').code = 'while True: pass'");
    cell.getByText("Run this").click();
    cell.getByText("Enough").click();
    new CellDriver(page, "first").reaches("stopped");
  }

  @Test
  void buttons_in_german_or_in_your_own_words() {
    Page page = open("buttons-in-german-or-in-your-own-words");
    assertThat(page.locator("#first [data-action=run]")).hasAttribute("aria-label", "Los");
    assertThat(page.locator("#first [data-action=reset]"))
        .hasAttribute("aria-label", "Zurücksetzen");
  }

  @Test
  void a_button_elsewhere() {
    Page page = open("a-button-elsewhere");
    page.getByText("Try it").click();
    assertThat(new CellDriver(page, "first").ends().outputText()).isEqualTo("6");
    assertThat(page.locator("#second")).hasAttribute("state", "ready");
  }

  @Test
  void run_all_cells() {
    Page page = open("run-all-cells");
    page.getByText("Run all").click();
    new CellDriver(page, "first").reaches("done");
    new CellDriver(page, "second").reaches("failed");
  }

  @Test
  void run_only_when_a_box_is_ticked() {
    Page page = open("run-only-when-a-box-is-ticked");
    CellDriver cell = new CellDriver(page, "first");
    cell.locator().locator("[data-action=run]").click();
    assertThat(cell.locator()).hasAttribute("state", "ready");
    page.locator("#ready").check();
    assertThat(cell.run().outputText()).isEqualTo("6");
  }

  @Test
  void output_in_another_place() {
    Page page = open("output-in-another-place");
    assertThat(page.locator("#elsewhere .viv-output")).hasCount(0);
    new CellDriver(page, "elsewhere").run();
    assertThat(page.locator("#result .viv-output")).hasText("Here I am.\n");
  }

  @Test
  void keep_what_earlier_runs_wrote() {
    Page page = open("keep-what-earlier-runs-wrote");
    CellDriver cell = new CellDriver(page, "dice").run();
    assertThat(cell.output().locator(".viv-display")).hasCount(1);
    cell.run();
    assertThat(cell.output().locator(".viv-display")).hasCount(2);
    assertThat(cell.output().locator("hr.viv-run-end")).hasCount(1);
  }

  @Test
  void your_own_words_for_errors() {
    Page page = open("your-own-words-for-errors");
    assertThat(page.locator("#hint")).isHidden();
    new CellDriver(page, "second").run();
    assertThat(page.locator("#hint")).isVisible();
  }

  @Test
  void show_outputs_yourself() {
    Page page = open("show-outputs-yourself");
    CellDriver cell = new CellDriver(page, "first").run();
    assertThat(page.locator("#sum")).hasText("6");
    assertThat(cell.output()).isEmpty();
  }

  @Test
  void count_what_is_done() {
    Page page = open("count-what-is-done");
    assertThat(page.locator("#count")).hasText("0 of 2 cells done");
    new CellDriver(page, "first").run();
    assertThat(page.locator("#count")).hasText("1 of 2 cells done");
    assertThat(page.locator("#progress")).hasJSProperty("value", 0.5);
  }

  @Test
  void code_from_the_address() {
    Page page = open("code-from-the-address", "?code=print(%22hi%22)");
    CellDriver cell = new CellDriver(page, "first");
    assertThat(cell.editor()).hasText("print(\"hi\")");
    assertThat(cell.locator()).hasAttribute("state", "ready");
    assertThat(cell.run().outputText()).isEqualTo("hi");
  }

  @Test
  void draw_a_variable_with_your_own_script() {
    Page page = open("draw-a-variable-with-your-own-script");
    new CellDriver(page, "first").run();
    assertThat(page.locator("#bars rect")).hasCount(3);
  }

  @Test
  void a_slider_that_runs_a_cell() {
    Page page = open("a-slider-that-runs-a-cell");
    CellDriver cell = new CellDriver(page, "square").run();
    assertThat(cell.output()).hasText("9");
    page.locator("#slider").fill("5");
    assertThat(cell.output()).hasText("25");
  }

  @Test
  void collect_answers() {
    Page page = open("collect-answers");
    new CellDriver(page, "first").run();
    page.locator("#collect").click();
    assertThat(page.locator("#answers")).containsText("\"state\": \"done\"");
    assertThat(page.locator("#answers")).containsText("\"text/plain\": \"6\"");
    assertThat(Stream.of("first", "second"))
        .allSatisfy(
            id ->
                assertThat(page.locator("#answers")).containsText("\"id\": \"%s\"".formatted(id)));
  }
}
