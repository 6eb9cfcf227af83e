package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.site.write.Sha256;
import vivarium.tests.command.Vivarium;

/** The files that a document lists, as its cells find them in a reader's browser. */
class FilesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String LARGE = "line\n".repeat(300_000);

  private static final String LESSON =
      """
      ---
      title: Files
      files: [ages.csv, data/, "../shared/*.txt", helpers.py, large.txt]
      ---
      # Files

      ```python {run id=small}
      import os
      import helpers
      print(sorted(set(os.listdir(".")) - {"__pycache__"}), os.listdir("data"))
      print(open("ages.csv").read(), open("data/one.txt").read(), open("../shared/two.txt").read())
      print(helpers.double(21), os.path.getsize("large.txt"))
      ```

      ```python {run id=large}
      with open("large.txt") as file:
          print(sum(1 for line in file))
      ```

      ```python {run id=other}
      1
      ```
      """;

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static WrittenSite site() {
    return new WrittenSite()
        .with("week1/lesson.md", LESSON)
        .with("week1/ages.csv", "Ada,36")
        .with("week1/data/one.txt", "one")
        .with("week1/helpers.py", "def double(x):\n    return 2 * x\n")
        .with("week1/large.txt", LARGE)
        .with("shared/two.txt", "two");
  }

  @Test
  void cells_find_files_where_they_are_around_the_document() {
    finds_all(site().build().serve() + "week1/lesson.html", "image");
  }

  @Test
  void python_that_starts_from_nothing_finds_the_same_files() {
    finds_all(site().build("--no-images").serve() + "week1/lesson.html", "plain");
  }

  private static void finds_all(String url, String source) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.addInitScript(
        "document.addEventListener('viv:kernel', (e) => { window.source = e.detail.source; });");
    List<String> asked = new ArrayList<>();
    page.context().onRequest(request -> asked.add(request.url().replaceFirst(".*/", "")));
    page.navigate(url);
    CellDriver small = new CellDriver(page, "small");
    String built = small.outputText();
    assertThat(built)
        .isEqualTo(
            "['ages.csv', 'data', 'helpers.py', 'large.txt'] ['one.txt']"
                + " Ada,36 one two 42 1500000");
    small.run();
    assertThat(small.locator()).hasAttribute("state", "done");
    assertThat(small.outputText()).isEqualTo(built);
    assertThat(page.evaluate("source")).isEqualTo(source);
    String large = Sha256.of(LARGE.getBytes(StandardCharsets.UTF_8)).substring(0, 16) + ".txt";
    assertThat(asked).doesNotContain(large);
    CellDriver other = new CellDriver(page, "large").run();
    assertThat(other.locator()).hasAttribute("state", "done");
    assertThat(other.outputText()).isEqualTo("300000");
    assertThat(asked).containsOnlyOnce(large);
  }

  @Test
  void a_large_file_that_cannot_be_fetched_is_an_error_and_comes_with_the_network() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(site().build().serve() + "week1/lesson.html");
    CellDriver small = new CellDriver(page, "small").run();
    assertThat(small.locator()).hasAttribute("state", "done");
    page.context().setOffline(true);
    CellDriver large = new CellDriver(page, "large").run();
    assertThat(large.locator()).hasAttribute("state", "failed");
    assertThat(large.output().locator(".viv-error-headline")).containsText("OSError");
    page.context().setOffline(false);
    large.run();
    assertThat(large.locator()).hasAttribute("state", "done");
    assertThat(large.outputText()).isEqualTo("300000");
    CHROMIUM.forgive();
  }

  @Test
  void a_lazy_file_can_be_written_anew_and_a_missing_one_is_explained() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(site().build().serve() + "week1/lesson.html");
    CellDriver cell = new CellDriver(page, "small");
    cell.type(
            """
            with open("large.txt", "w") as file:
                file.write("new")
            print(open("large.txt").read())
            open("two.txt")""")
        .run();
    assertThat(cell.output().locator(".viv-stream")).hasText("new\n");
    assertThat(cell.output().locator(".viv-error-hint"))
        .containsText("There is no file two.txt here; there are ages.csv");
    assertThat(cell.output().locator(".viv-error-hint")).containsText("files:");
  }

  @Test
  void a_file_that_was_changed_on_its_way_is_refused_with_both_hashes() throws IOException {
    TamperingServer server = site().build().tamper();
    byte[] small = "Eve,36".getBytes(StandardCharsets.UTF_8);
    byte[] large = LARGE.replace("line", "lime").getBytes(StandardCharsets.UTF_8);
    String ages = Sha256.of("Ada,36".getBytes(StandardCharsets.UTF_8));
    String lines = Sha256.of(LARGE.getBytes(StandardCharsets.UTF_8));
    server.change(ages.substring(0, 16) + ".csv", bytes -> small);
    server.change(lines.substring(0, 16) + ".txt", bytes -> large);
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(server.url("week1/lesson.html"));
    CellDriver cell = new CellDriver(page, "small").run();
    assertThat(cell.locator()).hasAttribute("state", "failed");
    assertThat(cell.output().locator(".viv-error-hint")).containsText(Sha256.of(small));
    assertThat(cell.output().locator(".viv-error-hint")).containsText("should be " + ages);
    cell = new CellDriver(page, "large").run();
    assertThat(cell.output().locator(".viv-error-hint")).containsText(Sha256.of(large));
    assertThat(cell.output().locator(".viv-error-hint")).containsText("should be " + lines);
    server.reset();
    assertThat(cell.run().locator()).hasAttribute("state", "done");
    CHROMIUM.forgive();
  }

  @Test
  void the_older_engine_finds_files_and_keeps_those_that_readers_add() {
    WrittenSite older =
        site().with("week1/lesson.md", LESSON.replace("title: Files", "engine: 0.27.7"));
    String url = older.build().serve() + "week1/lesson.html";
    finds_all(url, "image");
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(url);
    CellDriver other = new CellDriver(page, "other");
    other.type("open(\"new.txt\", \"w\").write(\"new\")").run();
    Locator written = other.locator().locator(".viv-cell-files [data-action=download-file]");
    assertThat(written).hasAttribute("aria-label", "Download new.txt (3 bytes)");
    page.locator(".viv-files [data-action=files]").click();
    FileChooser chooser =
        page.waitForFileChooser(() -> page.locator("dialog [data-action=add-files]").click());
    chooser.setFiles(
        new FilePayload("mine.txt", "text/plain", "mine".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("dialog [role=status]")).containsText("mine.txt is here now");
    assertThat(page.locator("dialog [data-action=add-files]")).isFocused();
    page.keyboard().press("Escape");
    other.type("print(open(\"mine.txt\").read())").run();
    assertThat(other.output().locator(".viv-stream")).hasText("mine\n");
  }

  @Test
  void run_and_check_find_the_files_that_pages_find(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/one.txt"), "one");
    Path lesson = folder.resolve("lesson.md");
    String cell = "print(open(\"data/one.txt\").read())";
    String text = "---\nfiles: [data/]\n---\n\n```python {run}\n" + cell + "\n```\n";
    Files.writeString(lesson, text);
    Vivarium.Result ran = Vivarium.run("run", lesson.toString());
    assertThat(ran.out()).contains("one");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    Vivarium.Result fine = Vivarium.run("check", lesson.toString());
    assertThat(fine.exitCode()).as(fine.out() + fine.err()).isZero();
    Files.writeString(lesson, text.replace("[data/]", "[]"));
    assertThat(Vivarium.run("check", lesson.toString()).exitCode()).isEqualTo(1);
  }

  @Test
  void a_list_that_leads_nowhere_is_a_warning_at_its_place() {
    WrittenSite site =
        site().with("week1/lesson.md", LESSON.replace("ages.csv, data/", "agse.csv"));
    Vivarium.Result result = site.run("--no-run");
    assertThat(result.err())
        .contains("week1/lesson.md:3:9: warning: The file \"agse.csv\" does not exist.")
        .contains("Did you mean \"ages.csv\"?");
  }
}
