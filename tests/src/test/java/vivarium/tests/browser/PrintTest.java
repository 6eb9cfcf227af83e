package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;

/** What becomes of decks and pages on paper: nothing is lost, and little paper is left empty. */
class PrintTest {
  private static final String DECK = "paper.html?print-pdf";
  private static final String ARTICLE = "paper.page.html";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @TempDir static Path folder;
  private static StaticServer server;

  @BeforeAll
  static void build() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("paper.md"), document());
    Path site = folder.resolve("site");
    Vivarium.Result result = Vivarium.run("build", source.toString(), "-o", site.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    server = StaticServer.start(site, "/");
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void every_slide_stays_within_its_pages() {
    Page page = open(DECK);
    for (Media media : new Media[] {Media.SCREEN, Media.PRINT}) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
      assertThat(
              page.evaluate(
                  """
                  () => [...document.querySelectorAll(".pdf-page")].flatMap(page => {
                    const box = page.getBoundingClientRect();
                    const lost = [...page.querySelectorAll("viv-cell, .viv-shown, pre, img")]
                      .filter(part => part.getBoundingClientRect().bottom > box.bottom)
                      .map(part => part.closest("section").id + ": " + part.tagName);
                    return page.scrollHeight > page.clientHeight
                      ? [...lost, "too long: " + page.querySelector("section").id] : lost;
                  })
                  """))
          .as(media.name())
          .isEqualTo(List.of());
    }
  }

  @Test
  void paper_has_every_word_of_the_deck() throws Exception {
    Page page = open(DECK);
    Object sections =
        page.evaluate("[...document.querySelectorAll('.pdf-page section')].map(s => s.innerText)");
    List<String> pages = print(page, "deck");
    String printed = letters(String.join("", pages));
    assertThat(sections)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .hasSizeGreaterThan(6)
        .allSatisfy(
            text ->
                text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> assertThat(printed).contains(letters(line))));
  }

  @Test
  void long_outputs_fill_the_pages_from_their_code_on() throws Exception {
    List<String> pages = print(open(DECK), "deck");
    assertThat(pageOf(pages, "OUTPUT-0.")).isEqualTo(pageOf(pages, "LONG-CODE"));
    assertThat(pageOf(pages, "OUTPUT-399.") - pageOf(pages, "OUTPUT-0.")).isBetween(15, 25);
    assertThat(pageOf(pages, "AFTER-MARK")).isLessThanOrEqualTo(pageOf(pages, "OUTPUT-399.") + 1);

    List<String> article = print(open(ARTICLE), "article");
    assertThat(pageOf(article, "OUTPUT-0.")).isEqualTo(pageOf(article, "LONG-CODE"));
  }

  @Test
  void short_code_is_not_cut_in_two() throws Exception {
    List<String> pages = print(open(DECK), "deck");
    for (int i = 0; i < 12; i++) {
      assertThat(pageOf(pages, "FIRST-LINE-" + i + "."))
          .isEqualTo(pageOf(pages, "LAST-LINE-" + i + "."));
    }
  }

  @Test
  void code_that_is_longer_than_a_sheet_begins_below_its_heading() throws Exception {
    List<String> pages = print(open(DECK), "deck");
    assertThat(pageOf(pages, "# CODE-0.")).isEqualTo(pageOf(pages, "LONG-LISTING"));
    assertThat(pageOf(pages, "# CODE-59.")).isGreaterThan(pageOf(pages, "# CODE-0."));
  }

  @Test
  void only_text_keeps_its_line_breaks_on_paper() {
    for (String name : new String[] {DECK, ARTICLE}) {
      Page page = open(name);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".viv-display[data-mime='text/html']").first())
          .hasCSS("white-space-collapse", "collapse");
      assertThat(page.locator(".viv-display[data-mime='text/markdown']").first())
          .hasCSS("white-space-collapse", "collapse");
      assertThat(page.locator(".viv-source, .viv-code").first())
          .hasCSS("white-space-collapse", "preserve");
    }
  }

  private static Page open(String name) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(server.url() + name);
    if (name.equals(DECK)) {
      assertThat(page.locator("html.viv-deck-ready")).hasCount(1);
      assertThat(page.locator(".pdf-page").last()).isVisible();
    }
    return page;
  }

  /** The text of each sheet of paper; skips the test where poppler is not installed. */
  private static List<String> print(Page page, String name) throws Exception {
    boolean readable =
        List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place, "pdftotext")));
    assumeTrue(readable, "pdftotext (of poppler-utils) is needed to read PDF files");
    Path pdf = folder.resolve(name + ".pdf");
    page.pdf(
        new Page.PdfOptions().setPath(pdf).setPreferCSSPageSize(true).setPrintBackground(true));
    Path text = folder.resolve(name + ".txt");
    Process process =
        new ProcessBuilder("pdftotext", "-layout", pdf.toString(), text.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return List.of(Files.readString(text, UTF_8).split("\f"));
  }

  /** The number of the only sheet that has {@code words}. */
  private static int pageOf(List<String> pages, String words) {
    List<Integer> found =
        IntStream.range(0, pages.size()).filter(i -> pages.get(i).contains(words)).boxed().toList();
    assertThat(found).as(words).hasSize(1);
    return found.get(0);
  }

  /** Letters and digits alone: where lines wrap on paper is the browser's choice. */
  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String document() {
    StringBuilder text =
        new StringBuilder(
            """
            ---
            title: On paper
            format: [slides, page]
            ---

            ## Code that wraps on paper alone

            ```python {run}
            class Table:
                def _repr_html_(self):
                    return "<table>\\n\\n<tr>\\n<th>HEAD</th></tr>\\n\\n<tr>\\n<td>%s</td></tr></table>" % ("long " * 3)
            Table()
            ```

            ```python {run}
            class Words:
                def _repr_markdown_(self):
                    return "* one, a list of things that a reader looks for on the sheet of paper\\n* two, which ends it"
            Words()
            ```

            ```python {run}
            class Picture:
                def _repr_svg_(self):
                    return '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="teal"/></svg>'
            print("PICTURE-MARK")
            Picture()
            ```

            ## Next

            ## A long output

            ```python {run}
            # LONG-CODE
            for i in range(400):
                print(f"OUTPUT-{i}.")
            ```

            ```python {run}
            print("AFTER" + "-MARK")
            ```

            ## Side by side

            ```python {run output=beside}
            for i in range(60):
                print(f"BESIDE-{i} ")
            ```

            ::: {.note}
            A note with code in it.

            ```python {run}
            for i in range(60):
                print(f"NOTED-{i} ")
            ```
            :::

            ## Many cells
            """);
    for (int i = 0; i < 12; i++) {
      text.append(
          """

          ```python {run}
          # FIRST-LINE-%1$d.
          a = %1$d
          b = a + a
          c = a + b
          print(c) # LAST-LINE-%1$d.
          ```
          """
              .formatted(i));
    }
    text.append("\n## LONG-LISTING\n\n```python {run}\n");
    for (int i = 0; i < 60; i++) {
      text.append("# CODE-").append(i).append(".\n");
    }
    text.append("1 + 1\n```\n");
    return text + "\n## Below the others {.smaller}\n\nThe end of it all.\n";
  }
}
