package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.NewNotebook;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.tests.browser.Chromium;

/** Notebooks that come in links. */
class SharedNotebookTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final NotebookSite SITE = new NotebookSite(NotebookSite.lesson("print('site')"));

  private static final Outputs NOTHING = new Outputs(List.of());

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_link_brings_the_notebook_to_another_browser_where_nothing_runs_by_itself() {
    NotebookDriver mine = open(SITE.url());
    mine.type(4, "print('sent')").command("Share as a link");
    String link = mine.page().locator(".viv-nb-share input").inputValue();
    assertThat(link).startsWith(SITE.url() + "#notebook=");

    NotebookDriver theirs = open(link);
    assertThat(notice(theirs)).containsText("came with the link");
    assertThat(theirs.cell(2)).containsText("print('site')");
    assertThat(theirs.output(2)).isEmpty();
    assertThat(theirs.cell(4)).containsText("print('sent')");
    theirs.select(4).press("Shift+Enter");
    theirs.ends(4);
    assertThat(theirs.output(4)).hasText("sent");
  }

  @Test
  void what_is_done_in_a_link_is_kept_with_the_link_and_the_notebook_of_the_page_stays()
      throws IOException {
    NotebookDriver notebook = open(SITE.url());
    notebook.type(4, "own = 1").isSaved();
    notebook.page().navigate("about:blank");
    notebook.open(SITE.url() + "#notebook=" + packed(text("guest = 1", NOTHING)));
    assertThat(notebook.cell(0)).containsText("guest = 1");
    notebook.type(0, "guest = 2").isSaved().reload();
    assertThat(notebook.cell(0)).containsText("guest = 2");
    notice(notebook).locator("[data-nb=leave-link]").click();
    assertThat(notebook.cell(4)).containsText("own = 1");
    assertThat(notice(notebook)).hasCount(0);
    assertThat(notebook.page().url()).isEqualTo(SITE.url());
  }

  @Test
  void outputs_in_a_link_are_not_shown() throws IOException {
    String evil = "<img src=x onerror='window.hacked=1'>";
    Output html = new Output.Display(new MimeBundle(Map.of("text/html", evil)), "");
    NotebookDriver notebook =
        open(SITE.url() + "#notebook=" + packed(text("1", new Outputs(List.of(html)))));
    assertThat(notebook.cell(0)).containsText("1");
    assertThat(notebook.output(0)).isEmpty();
    assertThat(notebook.page().evaluate("window.hacked")).isNull();
  }

  @Test
  void code_in_a_link_reaches_neither_the_site_nor_anybody_else() throws IOException {
    String code =
        """
        import js
        for place in ("lesson.html", "http://127.0.0.1:1/"):
            try:
                print(await js.fetch(js.URL.new(place, "%s").href))
            except Exception as error:
                print("refused", str(error)[:90])
        try:
            print(js.indexedDB.open("vivarium"))
        except Exception as error:
            print("refused", str(error)[:90])
        """
            .formatted(SITE.url());
    NotebookDriver notebook = open(SITE.url() + "#notebook=" + packed(text(code, NOTHING)));
    notebook.select(0).press("Shift+Enter");
    notebook.ends(0);
    assertThat(notebook.output(0).locator(".viv-stream").first()).containsText("refused");
    assertThat(notebook.output(0).innerText().lines()).allMatch(line -> line.startsWith("refused"));
    assertThat(notebook.page().locator("iframe[sandbox=allow-scripts]")).hasCount(1);
  }

  @Test
  void nothing_is_loaded_for_the_text_of_a_link() throws IOException {
    String beacon = "http://127.0.0.1:9/beacon";
    String text =
        new NewNotebook()
            .markdown(
                "text",
                "![a](BEACON) <img src='BEACON' srcset='BEACON 2x'> <b style='background:url(BEACON)'>end</b>"
                    .replace("BEACON", beacon))
            .text();
    NotebookDriver notebook = new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions()));
    List<String> asked = new ArrayList<>();
    notebook.page().onRequest(request -> asked.add(request.url()));
    notebook.open(SITE.url() + "#notebook=" + packed(text));
    assertThat(notebook.cell(0).locator(".viv-nb-prose b")).hasText("end");
    assertThat(asked).isNotEmpty().doesNotContain(beacon);
  }

  @Test
  void a_link_that_was_cut_is_told_of_and_the_page_shows_its_own() throws IOException {
    String whole = packed(text("guest = 1", NOTHING));
    NotebookDriver notebook =
        open(SITE.url() + "#notebook=" + whole.substring(0, whole.length() / 2));
    assertThat(notice(notebook)).containsText("cannot be read");
    assertThat(notebook.cell(2)).containsText("print('site')");
  }

  @Test
  void a_link_that_unfolds_to_far_too_much_is_refused() throws IOException {
    NotebookDriver notebook = open(SITE.url() + "#notebook=" + packed(" ".repeat(64 << 20)));
    assertThat(notice(notebook)).containsText("cannot be read");
  }

  private static NotebookDriver open(String url) {
    return new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(url);
  }

  private static Locator notice(NotebookDriver notebook) {
    return notebook.page().locator(".viv-nb-notice");
  }

  private static String text(String code, Outputs outputs) {
    return new NewNotebook()
        .code("guest", code, List.of(), Optional.of(new CellRun(outputs, 1)))
        .text();
  }

  private static String packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }
}
