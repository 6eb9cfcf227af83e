package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages speak the language of their document, and the author's own words. */
class LanguagesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String CELLS =
      """
      ## Eins

      ```python {run #cell}
      import time
      print("x" * 2_000_000)
      ```

      ## Zwei

      ```python {run #endless}
      while True: pass
      ```

      > [!TIP]
      > Text.

      | a |
      |---|
      | b |

      ## Drei

      Ende.[^1]

      [^1]: Fuß.
      """;

  private static String url = "";

  @BeforeAll
  static void build() {
    url =
        new WrittenSite()
            .with("de.md", document("lang: de-AT\nformat: [page, slides]"))
            .with("en.md", document("format: page"))
            .with("own.md", document("lang: de\nformat: page\nstrings: {run: 'Los \"<!--\"'}"))
            .with(
                "page.md",
                document("format: page")
                    + "\n<script type=\"application/json\" data-viv-strings>\n"
                    + "{\"run\": \"Go\"}\n</script>\n")
            .with(
                "broken.md",
                document("format: page")
                    + "\n<script type=\"application/json\" data-viv-strings>{</script>\n")
            .build("--no-run")
            .serve();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static String document(String frontMatter) {
    return "---\ntitle: Seite\n" + frontMatter + "\n---\n\n" + CELLS;
  }

  private static Page open(String name) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(url + name);
    return page;
  }

  @Test
  void a_german_page_has_german_buttons_states_and_notices() {
    Page page = open("de.html");
    CellDriver cell = new CellDriver(page, "cell");
    assertThat(cell.locator().locator("[data-action=run]")).hasAttribute("aria-label", "Ausführen");
    assertThat(cell.locator().locator(".viv-source")).hasAttribute("aria-label", "Python-Code");
    cell.run();
    assertThat(cell.locator().locator(".viv-state")).hasText("Fertig");
    assertThat(cell.output().locator(".viv-left-out")).containsText("hier weggelassen: 1.");
    CellDriver endless = new CellDriver(page, "endless");
    endless.locator().locator("[data-action=run]").click();
    endless.reaches("running");
    assertThat(endless.locator().locator("[data-action=stop]")).hasAttribute("aria-label", "Stopp");
    assertThat(endless.locator().locator(".viv-state")).hasText("Läuft");
    endless.locator().locator("[data-action=stop]").click();
    assertThat(endless.locator().locator(".viv-state")).hasText("Gestoppt");
    assertThat(endless.output().locator(".viv-notice")).containsText("alle Variablen sind weg");
  }

  @Test
  void what_the_build_writes_is_german_too() {
    Page page = open("de.html");
    assertThat(page.locator("html")).hasAttribute("lang", "de-AT");
    assertThat(page.locator("nav.viv-contents")).hasAttribute("aria-label", "Inhalt");
    assertThat(page.locator(".viv-formats a")).hasText("Folien");
    assertThat(page.locator(".viv-callout-title")).hasText("Tipp");
    assertThat(page.locator(".viv-table")).hasAttribute("aria-label", "Tabelle");
    assertThat(page.locator(".viv-footnotes")).hasAttribute("aria-label", "Fußnoten");
    assertThat(page.locator(".viv-footnote-back")).hasAttribute("aria-label", "Zurück zum Text");
  }

  @Test
  void a_german_deck_has_german_buttons() {
    Page page = open("de.slides.html");
    assertThat(page.locator(".navigate-right")).hasAttribute("aria-label", "Nächste Folie");
    assertThat(page.locator(".navigate-left")).hasAttribute("aria-label", "Vorige Folie");
  }

  @Test
  void an_english_page_loads_no_other_language() {
    List<String> requests = new ArrayList<>();
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(url + "en.html");
    assertThat(page.locator("#cell [data-action=run]")).hasAttribute("aria-label", "Run");
    assertThat(requests).isNotEmpty().noneMatch(request -> request.contains("strings-"));
  }

  @Test
  void an_author_may_say_single_things_in_other_words() {
    Page front = open("own.html");
    assertThat(front.locator("#cell [data-action=run]")).hasAttribute("aria-label", "Los \"<!--\"");
    assertThat(front.locator("#cell [data-action=reset]"))
        .hasAttribute("aria-label", "Zurücksetzen");
    assertThat(open("page.html").locator("#cell [data-action=run]"))
        .hasAttribute("aria-label", "Go");
  }

  @Test
  void strings_that_are_no_json_leave_the_page_as_it_is_and_the_console_says_so() {
    Page page = open("broken.html");
    assertThat(page.locator("#cell [data-action=run]")).hasAttribute("aria-label", "Run");
    assertThat(CHROMIUM.problems())
        .singleElement()
        .asString()
        .contains("the strings in this page are not JSON");
    CHROMIUM.forgive();
  }
}
