package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.model.notebook.NewNotebook;
import vivarium.tests.browser.Chromium;

/** The panel of a notebook's files: what is in it is what {@code open()} finds, and stays. */
class NotebookFilesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String LIST =
      """
      import os
      print(sorted(f"{d}/{f}"[2:] for d, _, fs in os.walk(".") for f in fs))
      print(open("ages.csv").read())""";

  private static final NotebookSite SITE =
      new NotebookSite(
          new NewNotebook()
              .raw("front", "---\nformat: notebook\nfiles: [ages.csv, data/]\n---")
              .code("list", LIST, List.of(), Optional.empty())
              .code("write", "", List.of(), Optional.empty())
              .text(),
          Map.of("ages.csv", "Ada,36", "data/a.csv", "a", "data/b.csv", "b"));

  private NotebookDriver notebook;

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @BeforeEach
  void open() {
    notebook = new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(SITE.url());
    notebook.command("Files");
    assertThat(entry("ages.csv")).isVisible();
  }

  private Locator entry(String path) {
    return notebook.page().locator(".viv-nb-entry[data-path='" + path + "']");
  }

  private Locator panel() {
    return notebook.page().locator(".viv-nb-files");
  }

  private Locator action(String action) {
    return panel().locator(".viv-nb-entry-actions [data-action=" + action + "]");
  }

  private Locator tool(String action) {
    return panel().locator(".viv-nb-files-actions [data-action=" + action + "]");
  }

  private void run(int cell, String code) {
    notebook.type(cell, code).press("ControlOrMeta+Enter").ends(cell);
  }

  /** What Python finds. */
  private Locator found() {
    notebook.select(1).press("ControlOrMeta+Enter").ends(1);
    return notebook.output(1);
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private void choose(Locator button, FilePayload... files) {
    FileChooser chooser = notebook.page().waitForFileChooser(button::click);
    chooser.setFiles(files);
  }

  private static Map<String, String> unzipped(Download download) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (InputStream in = Files.newInputStream(download.path());
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  @Test
  void what_code_writes_is_listed_and_there_after_a_restart_and_a_reload() {
    run(
        2,
        """
        import os
        os.makedirs("out/deep")
        open("out/deep/plot.svg", "w").write("<svg/>")
        open("ages.csv", "w").write("Eve,7")\
        """);
    assertThat(entry("ages.csv")).containsText("in place of the page’s");
    assertThat(panel()).containsText("the browser may remove this");
    entry("out/").click();
    entry("out/deep/").click();
    assertThat(entry("out/deep/plot.svg")).containsText("6 bytes");
    String all = "['ages.csv', 'data/a.csv', 'data/b.csv', 'out/deep/plot.svg']\nEve,7\n";
    notebook.isSaved().select(1).press("0", "0");
    assertThat(notebook.page().evaluate("localStorage.getItem('vivarium-lasting')")).isEqualTo("");
    assertThat(found()).hasText(all);
    notebook.reload();
    assertThat(found()).hasText(all);

    run(2, "import shutil\nshutil.rmtree(\"out\")");
    notebook.command("Files");
    assertThat(entry("out/")).hasCount(0);
    entry("ages.csv").click();
    action("remove-file").click();
    assertThat(entry("ages.csv")).containsText("of the page");
    assertThat(found()).hasText("['ages.csv', 'data/a.csv', 'data/b.csv']\nAda,36\n");
  }

  @Test
  void files_are_added_named_anew_doubled_removed_and_brought_back() throws IOException {
    notebook.page().evaluate("navigator.storage.persist = async () => { window.asked = true; }");
    choose(tool("add-files"), file("mine.csv", "m"), file("ages.csv", "Mine,1"));
    panel().locator("[data-action=keep-both]").click();
    assertThat(panel().locator("> [role=status]")).containsText("2 files are here now");
    assertThat(notebook.page().evaluate("asked")).isEqualTo(true);
    entry("mine.csv").click();
    action("rename").click();
    notebook.page().keyboard().insertText("in/yours");
    notebook.press("Enter");
    assertThat(entry("in/yours.csv")).isFocused();
    notebook.press("Enter");
    action("duplicate").click();
    assertThat(entry("in/yours 2.csv")).isFocused();
    assertThat(found()).containsText("['ages 2.csv', 'ages.csv', 'data/a.csv', 'data/b.csv',");
    assertThat(notebook.output(1)).containsText("'in/yours 2.csv', 'in/yours.csv']");

    entry("in/").focus();
    notebook.press("Delete");
    assertThat(entry("in/")).hasCount(0);
    assertThat(found()).not().containsText("yours");
    panel().locator("[data-action=undo]").click();
    entry("in/").focus();
    notebook.press("F2");
    notebook.page().keyboard().insertText("kept");
    notebook.press("Enter");
    assertThat(entry("kept/")).isFocused();
    assertThat(found()).containsText("'kept/yours 2.csv', 'kept/yours.csv']");

    entry("kept/").click();
    Download folder = notebook.page().waitForDownload(() -> action("download-all").click());
    assertThat(folder.suggestedFilename()).isEqualTo("kept.zip");
    assertThat(unzipped(folder)).isEqualTo(Map.of("kept/yours.csv", "m", "kept/yours 2.csv", "m"));
    Download all = notebook.page().waitForDownload(() -> tool("download-all").click());
    assertThat(unzipped(all))
        .containsKeys("ages.csv", "ages 2.csv", "data/a.csv", "kept/yours.csv")
        .hasSize(6);
    entry("data/").click();
    assertThat(action("rename")).hasCount(0);
  }

  @Test
  void a_new_folder_is_filled_by_a_drop_and_names_that_are_none_are_refused() {
    tool("new-folder").click();
    notebook.page().keyboard().insertText("../up");
    notebook.press("Enter");
    assertThat(panel().locator("> [role=status]")).hasText("That cannot be the name of a file.");
    tool("new-folder").click();
    notebook.page().keyboard().insertText("raw");
    notebook.press("Enter");
    assertThat(entry("raw/")).isFocused();
    JSHandle dropped =
        notebook
            .page()
            .evaluateHandle(
                "() => { const all = new DataTransfer();"
                    + " all.items.add(new File(['x'], 'x.csv')); return all; }");
    entry("raw/").dispatchEvent("drop", Map.of("dataTransfer", dropped));
    entry("raw/").click();
    assertThat(entry("raw/x.csv")).isVisible();
    assertThat(found()).containsText("'raw/x.csv'");
    panel().locator(".viv-nb-entry").first().press("Escape");
    assertThat(panel()).isHidden();
    assertThat(notebook.cell(1)).isFocused();
  }

  @Test
  void two_tabs_have_the_same_files() {
    BrowserContext context = notebook.page().context();
    NotebookDriver other = new NotebookDriver(context.newPage()).open(SITE.url());
    other.select(1).press("ControlOrMeta+Enter").ends(1);
    run(2, "open('shared.txt', 'w').write('1')");
    assertThat(entry("shared.txt")).isVisible();
    other.page().bringToFront();
    other.command("Files");
    assertThat(other.page().locator("[data-path='shared.txt']")).isVisible();
    other.select(1).press("ControlOrMeta+Enter").ends(1);
    assertThat(other.output(1)).containsText("'shared.txt'");
  }
}
