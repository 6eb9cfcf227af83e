package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;
import vivarium.tests.packages.LockedFolder;
import vivarium.tests.packages.Numpy;

/** Documents in one file each, opened from the disk by a browser without a network. */
class PackedTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String PAGE =
      """
      ---
      title: Höhle & Loops
      format: page
      files: [ages.csv]
      ---
      # Loops

      A formula $x^2$ and a picture: ![A square](square.svg)

      ```python {run #sum}
      total = sum(int(line) for line in open("ages.csv"))
      total
      ```

      ```python {run norun #asks}
      name = input("Who? ")
      print("Hello", name)
      ```

      ```python {run norun #rare}
      import wave
      print(wave.__file__.endswith("wave.py"), wave.WAVE_FORMAT_PCM)
      open("out.txt", "w").write("hi")
      ```

      ```python {run norun #ends}
      while True:
          pass
      ```
      """;

  private static final String DECK =
      """
      # One

      ```python {run #cell}
      print(6 * 7)
      ```

      ---

      # Two
      """;

  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "raw", "id": "r", "metadata": {},
        "source": ["---\\nformat: notebook\\n---"]},
       {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# A book"]},
       {"cell_type": "code", "id": "b", "metadata": {}, "source": ["print(6 * 7)"],
        "outputs": [], "execution_count": null}],
       "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir static Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void pack() throws IOException {
    Files.writeString(folder.resolve("page.md"), PAGE);
    Files.writeString(folder.resolve("ages.csv"), "1\n2\n3\n");
    Files.writeString(
        folder.resolve("square.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>");
    Files.writeString(folder.resolve("deck.md"), DECK);
    Files.writeString(folder.resolve("book.ipynb"), NOTEBOOK);
    for (String document : List.of("page.md", "deck.md", "book.ipynb")) {
      String name = document.substring(0, document.indexOf('.')) + ".html";
      Vivarium.Result result =
          Vivarium.run(
              "pack", folder.resolve(document).toString(), "-o", folder.resolve(name).toString());
      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).contains("Memory image", "Standard library", "in all");
    }
  }

  @AfterEach
  void nothing_was_asked_of_anybody() {
    assertThat(requests).isEmpty();
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_page_runs_its_cells_with_its_files_and_what_the_image_does_not_have() {
    Page page = open("page.html");
    assertThat(new CellDriver(page, "sum").run().outputText()).isEqualTo("6");
    CellDriver rare = new CellDriver(page, "rare").run();
    assertThat(rare.outputText()).startsWith("True");
    assertThat(rare.locator().locator("[data-action=download-file]")).containsText("out.txt");
    assertThat(page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')"))
        .isEqualTo(true);
    assertThat(page.evaluate("document.querySelector('main img').naturalWidth")).isEqualTo(40);
  }

  @Test
  void input_is_asked_for_and_stop_ends_what_never_ends() {
    Page page = open("page.html");
    CellDriver asks = new CellDriver(page, "asks");
    asks.locator().locator("[data-action=run]").click();
    asks.reaches("input");
    page.keyboard().type("Ada");
    page.keyboard().press("Enter");
    assertThat(asks.ends().outputText()).contains("Hello Ada");
    CellDriver ends = new CellDriver(page, "ends");
    ends.locator().locator("[data-action=run]").click();
    ends.reaches("running");
    ends.locator().locator("[data-action=stop]").click();
    ends.reaches("stopped");
    assertThat(new CellDriver(page, "sum").run().outputText()).isEqualTo("6");
  }

  @Test
  void what_a_reader_writes_is_there_again_wherever_the_file_lies() throws IOException {
    Page page = open("page.html");
    new CellDriver(page, "sum").type("print('mine')").run();
    page.close();
    Path moved = Files.createDirectories(folder.resolve("elsewhere")).resolve("renamed.html");
    Files.copy(folder.resolve("page.html"), moved);
    Page again = page.context().newPage();
    again.navigate(moved.toUri().toString());
    CellDriver cell = new CellDriver(again, "sum");
    assertThat(cell.run().outputText()).isEqualTo("mine");
  }

  @Test
  void a_reader_saves_a_file_of_their_own_with_their_work_in_it() {
    Page page = open("page.html");
    new CellDriver(page, "sum").type("print('mine <b>&é')").run();
    page.locator(".viv-work button").first().click();
    Download download = page.waitForDownload(() -> page.locator("[data-action=save-own]").click());
    assertThat(download.suggestedFilename()).isEqualTo("page.html");
    Path own = folder.resolve("own.html");
    download.saveAs(own);
    Page opened = open("own.html"); // In a browser that has never seen the document.
    CellDriver cell = new CellDriver(opened, "sum");
    assertThat(cell.locator()).containsText("mine <b>&é");
    assertThat(cell.run().outputText()).isEqualTo("mine <b>&é");
    cell.locator().hover();
    cell.locator().locator("[data-action=reset]").click();
    assertThat(cell.run().outputText()).isEqualTo("6");
  }

  @Test
  void a_deck_is_shown_as_slides() {
    Page page = open("deck.html");
    assertThat(page.locator("html")).hasClass(Pattern.compile("\\bviv-presenting\\b"));
    assertThat(new CellDriver(page, "cell").run().outputText()).isEqualTo("42");
  }

  @Test
  void a_notebook_can_be_edited_and_run() {
    Page page = open("book.html");
    assertThat(page.locator("h1")).hasText("A book");
    CellDriver cell = new CellDriver(page, page.locator("viv-cell[id]").getAttribute("id"));
    cell.becomesEditable().editor().click();
    page.keyboard().press("ControlOrMeta+Enter");
    assertThat(cell.ends().outputText()).isEqualTo("42");
    page.locator(".viv-nb-bar [data-nb=files]").click();
    assertThat(page.locator(".viv-nb-files")).isVisible();
  }

  @Test
  void numpy_calculates_in_a_packed_notebook() throws IOException {
    LockedFolder locked = Numpy.in(LockedFolder.create());
    Path book =
        Files.writeString(
            locked.folder().resolve("waves.ipynb"),
            NOTEBOOK
                .replace("format: notebook", "format: notebook\\nengine: 0.27.7")
                .replace("print(6 * 7)", "import numpy as np, wave\\nnp.arange(4).sum()"));
    assertThat(locked.lock("--offline").err()).isEmpty();
    String output = folder.resolve("waves.html").toString();
    Vivarium.Result packed = Vivarium.run("pack", book.toString(), "-o", output);
    assertThat(packed.err()).isEmpty();
    assertThat(packed.out()).doesNotContain("numpy"); // It is in the image.
    Page page = open("waves.html");
    CellDriver cell = new CellDriver(page, page.locator("viv-cell[id]").getAttribute("id"));
    cell.becomesEditable().editor().click();
    page.keyboard().press("ControlOrMeta+Enter");
    assertThat(cell.ends().output()).containsText("6");
  }

  @Test
  void a_page_on_which_nothing_can_be_edited_has_no_editor() throws IOException {
    Files.writeString(
        folder.resolve("still.md"),
        """
        ---
        format: page
        ---
        ```python {run readonly #sum}
        1 + 1
        ```

        ```python {run readonly norun #wrong}
        1 / 0
        ```
        """);
    String output = folder.resolve("still.html").toString();
    Vivarium.Result packed =
        Vivarium.run("pack", folder.resolve("still.md").toString(), "-o", output);
    assertThat(packed.err()).isEmpty();
    Page page = open("still.html");
    CellDriver sum = new CellDriver(page, "sum");
    sum.locator().locator("pre").first().click();
    assertThat(sum.run().outputText()).isEqualTo("2");
    assertThat(new CellDriver(page, "wrong").run().output()).containsText("ZeroDivisionError");
    assertThat(page.evaluate("vivariumPacked.find(vivariumPacked.besides('codemirror.js')).size"))
        .satisfies(size -> assertThat((Integer) size).isLessThan(100));
    assertThat(page.locator(".cm-editor")).hasCount(0);
  }

  @Test
  void a_page_is_complete_without_scripts() {
    Page page = open("page.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("h1")).hasText("Loops");
    assertThat(page.locator("viv-cell[id=sum] .viv-output")).hasText("6");
  }

  @Test
  void a_file_that_was_cut_off_says_so() throws IOException {
    Path cut = folder.resolve("cut.html");
    for (String name : List.of("page.html", "deck.html", "book.html")) {
      byte[] whole = Files.readAllBytes(folder.resolve(name));
      for (int percent : List.of(1, 2, 10, 50, 99)) { // From the head to the last large file.
        Files.write(cut, Arrays.copyOf(whole, whole.length / 100 * percent));
        Page page = open("cut.html");
        Locator notice = page.locator(".viv-problems");
        assertThat(notice).hasText(Pattern.compile("^This file is not complete"));
        assertThat(notice).isVisible();
        page.close();
      }
    }
  }

  @Test
  void a_host_that_names_another_encoding_does_no_harm() throws IOException {
    StaticServer server = StaticServer.start(folder, "/");
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.route(
        "**/page.html",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=iso-8859-1")
                    .setPath(folder.resolve("page.html"))));
    page.navigate(server.url() + "page.html");
    assertThat(page).hasTitle("Höhle & Loops");
    assertThat(new CellDriver(page, "sum").run().outputText()).isEqualTo("6");
  }

  private Page open(String name) {
    return open(name, new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  private Page open(String name, Browser.NewContextOptions options) {
    Page page = CHROMIUM.blank(options.setOffline(true));
    page.onRequest(
        request -> {
          if (!request.url().matches("(?s)(?:file|blob|data):.*")) {
            requests.add(request.url());
          }
        });
    page.navigate(folder.resolve(name).toUri().toString());
    return page;
  }
}
