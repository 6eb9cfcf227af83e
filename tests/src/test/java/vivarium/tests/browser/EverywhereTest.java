package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Phones, paper, browsers without JavaScript, and no host but one's own. */
class EverywhereTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void without_javascript_a_deck_is_an_article_with_all_its_text() {
    Page page =
        CHROMIUM.open("deck.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    for (String title : new String[] {"Sum a list", "Errors", "Formulas and tables", "Below"}) {
      assertThat(page.getByText(title, new Page.GetByTextOptions().setExact(true))).isVisible();
    }
    assertThat(page.locator("#fails .viv-source")).isVisible();
    assertThat(page.locator(".katex").first()).isVisible();
    assertThat(page.locator("button")).hasCount(0);
  }

  @Test
  void a_deck_whose_scripts_do_not_load_is_an_article() {
    BuiltSite.refuse("vivarium.js");
    Page page = CHROMIUM.desktop("deck.html");
    assertThat(page.locator("html.viv-presenting")).hasCount(0);
    assertThat(page.getByText("Sum a list")).isInViewport();
    BuiltSite.refuse("");
    CHROMIUM.forgive(); // The refused file is what the test wanted.
  }

  @Test
  void a_deck_opened_as_a_file_is_an_article() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(BuiltSite.file("deck.html").toUri().toString());
    assertThat(page.locator("html.viv-presenting")).hasCount(0);
    assertThat(page.getByText("Sum a list")).isInViewport();
    CHROMIUM.forgive(); // Browsers load no modules from files.
  }

  @Test
  void a_phone_gets_a_deck_as_an_article_that_fits_and_whose_cells_run() {
    Page page = CHROMIUM.phone("deck.html");
    assertThat(page.locator(".reveal")).hasCount(0);
    CellDriver cell = new CellDriver(page, "both").run();
    assertThat(cell.outputText()).contains("first");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void on_a_phone_every_button_is_big_enough_for_a_finger() {
    Page page = CHROMIUM.phone("page.html");
    new CellDriver(page, "first").becomesEditable().run();
    for (var button : page.locator("viv-cell[id=first] button").all()) {
      assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
      assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(44);
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void the_print_view_shows_every_line_of_code_and_every_slide() {
    Page page = CHROMIUM.desktop("deck.html?print-pdf");
    assertThat(page.locator(".pdf-page").first()).isVisible();
    assertThat(page.locator(".cm-editor")).hasCount(0);
    assertThat(page.locator("#fails .viv-source")).isVisible();
    assertThat(page.locator(".pdf-page").count()).isGreaterThanOrEqualTo(12);
  }

  @Test
  void printing_a_page_prints_what_the_reader_typed() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first");
    String typed = "x = 1\n".repeat(80) + "'last line'";
    cell.type(typed);
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(cell.locator().locator(".viv-source")).isVisible();
    assertThat(cell.locator().locator(".viv-source").textContent()).isEqualTo(typed);
    assertThat(cell.locator().locator(".viv-editor")).isHidden();
    assertThat(cell.locator().locator("button").first()).isHidden();
  }

  @Test
  void printing_a_deck_from_the_screen_prints_all_its_slides() {
    Page page = CHROMIUM.desktop("deck.html#/both");
    assertThat(page.locator("html.viv-deck-ready")).hasCount(1);
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (String id : new String[] {"sum-a-list", "streams", "formulas-and-tables", "below"}) {
      assertThat(page.locator("section[id='" + id + "'] h2")).isVisible();
    }
    double first = page.locator("section[id=sum-a-list]").boundingBox().y;
    assertThat(page.locator("section[id=below]").boundingBox().y).isGreaterThan(first + 500);
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    assertThat(page.locator("section.present:not(.stack) h2")).isVisible();
  }

  @Test
  void no_request_leaves_the_site() {
    List<String> elsewhere = new ArrayList<>();
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.context()
        .onRequest(
            request -> {
              if (!request.url().startsWith(BuiltSite.url(""))
                  && !request.url().startsWith("blob:")
                  && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
              }
            });
    for (String name : new String[] {"index.html", "deck.html", "deck.page.html", "page.html"}) {
      page.navigate(BuiltSite.url(name));
    }
    new CellDriver(page, "first").run();
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void the_index_leads_to_every_document_in_each_of_its_formats() {
    Page page = CHROMIUM.desktop("index.html");
    page.getByText("A deck for tests").click();
    assertThat(page.locator("section.present h1")).hasText("A deck for tests");
    page.navigate(BuiltSite.url("index.html"));
    page.locator("a[href='deck.page.html']").click();
    assertThat(page.locator("h1")).hasText("A deck for tests");
    assertThat(page.locator(".viv-article")).hasCount(1);
  }

  @Test
  void a_link_to_another_document_keeps_the_format_and_leads_to_its_place_there() {
    Page page = CHROMIUM.desktop("page.html");
    page.getByText("the deck").click();
    assertThat(page).hasURL(BuiltSite.url("deck.page.html#errors"));
    assertThat(page.locator("#errors")).isInViewport();
  }

  @Test
  void light_and_dark_have_enough_contrast_everywhere() {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (String name : new String[] {"page.html", "deck.page.html"}) {
        Page page = CHROMIUM.open(name, new Browser.NewContextOptions().setColorScheme(scheme));
        new CellDriver(page, name.equals("page.html") ? "first" : "both").run();
        assertThat(page.evaluate(Contrast.TOO_LOW)).as("%s in %s", name, scheme).isEqualTo("");
      }
    }
  }

  @Test
  void output_is_announced_and_every_control_has_a_name() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first").run();
    assertThat(cell.output()).hasAttribute("aria-live", "polite");
    assertThat(cell.locator().locator("[role=status]")).hasText("Done");
    assertThat(cell.locator().locator(".viv-source")).hasAttribute("role", "textbox");
    assertThat(cell.locator().locator(".viv-source")).hasAttribute("aria-label", "Python code");
    cell.becomesEditable();
    assertThat(cell.editor()).hasAttribute("aria-label", "Python code");
    assertThat(page.locator("button:not([aria-label])")).hasCount(0);
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("main")).hasCount(1);
    assertThat(page.locator("h1")).hasCount(1);
  }
}
