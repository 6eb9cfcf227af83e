package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/**
 * A notebook with all kinds of cells and outputs, and the files that its page makes of it. With
 * {@code -Dvivarium.golden=write} those in the sources are written anew.
 */
class NotebookExportsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Path GOLDEN = Path.of("src/test/resources/notebook/exports");

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static NotebookDriver open(NotebookSite site) {
    return new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(site.url());
  }

  @Test
  void exports_are_as_they_were() throws IOException {
    String text = Files.readString(GOLDEN.resolve("lesson.ipynb"));
    NotebookDriver notebook = open(new NotebookSite(text));
    notebook.command("Files");
    assertThat(notebook.page().locator(".viv-nb-files button:focus")).isVisible();
    notebook.select(0).press("l", "l");
    assertThat(notebook.download("Download as .ipynb")).isEqualTo(text);
    isAsBefore("lesson.py", notebook.download("(.py)"));
    isAsBefore("lesson.md", notebook.download("Download as Markdown"));
    String html = notebook.download("one HTML file");
    assertThat(html).contains("<style>@layer").doesNotContain("<script", "<link");
    isAsBefore("lesson.html", html.replaceAll("(?s)<style>.*</style>", "<style></style>"));
  }

  private static void isAsBefore(String name, String made) throws IOException {
    Path file = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("vivarium.golden"))) {
      Files.writeString(file, made);
    }
    assertThat(made).isEqualTo(Files.readString(file));
  }

  @Test
  void a_script_is_a_notebook_when_it_asks_for_that() throws IOException {
    String script =
        """
        # ---
        # title: Sums
        # format: notebook
        # ---

        # %% [markdown]
        # # Sums
        #
        # A sum is $1 + 2$.

        # %% tags=["keep"]
        total = 1 + 2
        print(total)

        # %%
        total * 14
        """;
    NotebookDriver notebook = open(new NotebookSite("sums.py", script, Map.of()));
    assertThat(notebook.cells()).hasCount(3);
    assertThat(notebook.cell(0).locator(".katex").first()).isVisible();
    notebook.select(0).command("Run all cells").ends(2);
    assertThat(notebook.output(1)).hasText("3\n");
    assertThat(notebook.output(2)).hasText("42");
    notebook.type(2, "total * 15").press("Escape").isSaved().reload();
    assertThat(notebook.cell(2).locator(".viv-source")).hasText("total * 15");
    assertThat(notebook.download("(.py)"))
        .isEqualTo(
            script
                .substring(script.indexOf("# %%"))
                .replace(" tags=[\"keep\"]", "")
                .replace("* 14", "* 15"));
  }
}
