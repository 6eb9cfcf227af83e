package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.json.Json;
import vivarium.tests.command.Vivarium;

/** The commands of notebooks: in a page, in the build, and in what the commands of Vivarium say. */
class CommandsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String LESSON =
      """
      ---
      title: Commands
      files: [ages.csv]
      ---
      # Commands

      ```python {run id=files}
      names = !ls *.csv
      if names:
          !head -1 {names[0]}
      ```

      ```python {run id=timed norun}
      %%time
      import colorsys
      sum(range(1000))
      ```

      ```python {run id=measured norun}
      %timeit -n 1000 -r 3 sum([1, 2])
      ```

      ```python {run id=asked norun}
      len?
      ```

      ```python {run id=wrong norun}
      x = 1
      if x:
          !wget https://example.org
      ```
      """;

  @TempDir Path folder;

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_reader_runs_what_notebooks_have() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(
        new WrittenSite().with("lesson.md", LESSON).with("ages.csv", "Ada,36\n").build().serve()
            + "lesson.html?view=page");
    page.waitForLoadState(LoadState.LOAD);
    assertThat(new CellDriver(page, "files").outputText()).isEqualTo("Ada,36");
    assertThat(new CellDriver(page, "files").run().ends().outputText()).isEqualTo("Ada,36");
    assertThat(new CellDriver(page, "timed").run().ends().outputText())
        .containsPattern("Wall time: \\d[\\d.]* (ms|µs)")
        .contains("499500");
    assertThat(new CellDriver(page, "measured").run().ends().outputText())
        .containsPattern("\\d (ns|µs|ms) ± .* per loop \\(mean ± std. dev. of 3 runs, 1,000 loops");
    CellDriver asked = new CellDriver(page, "asked").run().ends();
    assertThat(asked.output()).containsText("Return the number of items in a container.");
    assertThat(asked.output().locator(".viv-display[data-mime='text/html'] code")).hasCount(1);
    CellDriver wrong = new CellDriver(page, "wrong").run().ends();
    assertThat(wrong.outputText())
        .contains("UsageError", "`wget` cannot run", "!wget https://example.org")
        .doesNotContain("vivarium.commands");
  }

  @Test
  void every_command_that_python_has_is_known_to_the_build() throws IOException {
    Files.writeString(folder.resolve("all.py"), "%lsmagic");
    Vivarium.Result listed = Vivarium.run("run", folder.resolve("all.py").toString());
    List<String> cells = new ArrayList<>();
    for (String word : listed.out().strip().split("\\s+", -1)) {
      if (word.startsWith("%") || word.startsWith("!")) {
        cells.add(cell(word.equals("%time") ? "%time?" : word + " --help"));
      }
    }
    assertThat(cells).hasSizeGreaterThan(60);
    cells.add(cell("%nothing"));
    Path notebook = folder.resolve("all.ipynb");
    Files.writeString(
        notebook,
        "{\"cells\": [%s], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}"
            .formatted(String.join(", ", cells)));
    Vivarium.Result built =
        Vivarium.run("build", notebook.toString(), "-o", folder.resolve("site").toString());
    assertThat(built.err()).containsOnlyOnce("so this cell does not run").contains("%nothing");
  }

  private static String cell(String code) {
    return """
        {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": %s}
        """
        .formatted(Json.of(code).text());
  }
}
