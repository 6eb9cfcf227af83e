package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files that readers add to a page, and those that cells write for them. */
class ReaderFilesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String LESSON =
      """
      ---
      title: Files
      files: [ages.csv]
      ---
      # Files

      ```python {run id=read raises}
      print(open("data.csv").read())
      ```

      ```python {run id=write norun}
      import os
      os.makedirs("out", exist_ok=True)
      open("result.csv", "w").write("a,b\\n1,2\\n")
      open("out/plot.svg", "w").write("<svg/>")
      open(".hidden", "w").write("x")
      print(open("ages.csv").read())
      ```

      ```python {run id=endless norun}
      while True:
          pass
      ```
      """;

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static Page lesson() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(
        new WrittenSite().with("lesson.md", LESSON).with("ages.csv", "Ada,36").build().serve()
            + "lesson.html?view=page");
    return page;
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void choose(Page page, Locator button, FilePayload... files) {
    FileChooser chooser = page.waitForFileChooser(button::click);
    chooser.setFiles(files);
  }

  private static Locator openFiles(Page page) {
    page.locator(".viv-files [data-action=files]").click();
    Locator dialog = page.locator("dialog.viv-files-dialog");
    assertThat(dialog).isVisible();
    return dialog;
  }

  private static Locator below(CellDriver cell) {
    return cell.locator().locator("> .viv-cell-files");
  }

  private static String text(Download download) throws IOException {
    return Files.readString(download.path());
  }

  private static void drop(Locator target, String name, String text) {
    JSHandle transfer =
        target
            .page()
            .evaluateHandle(
                "([name, text]) => { const all = new DataTransfer();"
                    + " all.items.add(new File([text], name)); return all; }",
                new String[] {name, text});
    target.dispatchEvent("dragover", Map.of("dataTransfer", transfer));
    assertThat(target.page().locator("html[data-viv-drop]")).hasCount(1);
    target.dispatchEvent("drop", Map.of("dataTransfer", transfer));
    assertThat(target.page().locator("html[data-viv-drop]")).hasCount(0);
  }

  @Test
  void a_file_that_code_misses_can_be_added_and_stays_after_stop_and_reload() {
    Page page = lesson();
    CellDriver read = new CellDriver(page, "read").run();
    assertThat(read.output().locator(".viv-error-hint")).containsText("that you add to the page");
    Locator add = below(read).locator("[data-action=add-files]");
    assertThat(add).hasText("Add data.csv …");
    choose(page, add, file("data (1).csv", "mine"));
    assertThat(below(read)).containsText("data.csv is here now");
    below(read).locator("[data-action=run]").click();
    assertThat(read.output()).hasText("mine\n");
    assertThat(below(read)).hasCount(0);

    CellDriver endless = new CellDriver(page, "endless");
    endless.locator().locator("[data-action=run]").click();
    endless.reaches("running");
    endless.locator().locator("[data-action=stop]").click();
    endless.ends();
    read.run();
    assertThat(read.output()).hasText("mine\n");

    page.reload();
    assertThat(new CellDriver(page, "read").run().output()).hasText("mine\n");
  }

  @Test
  void what_a_run_wrote_is_offered_below_its_cell_and_all_together() throws IOException {
    Page page = lesson();
    page.evaluate("addEventListener('viv:files', (e) => { window.told = e.detail.written; })");
    CellDriver write = new CellDriver(page, "write").run();
    Locator links = below(write).locator("[data-action=download-file]");
    assertThat(links).hasCount(2);
    assertThat(links.first()).hasAttribute("aria-label", "Download result.csv (8 bytes)");
    assertThat(page.evaluate("String(told)")).isEqualTo("result.csv,out/plot.svg");
    Download one = page.waitForDownload(() -> links.nth(1).click());
    assertThat(one.suggestedFilename()).isEqualTo("plot.svg");
    assertThat(text(one)).isEqualTo("<svg/>");

    Locator dialog = openFiles(page);
    choose(page, dialog.locator("[data-action=add-files]"), file("mine.csv", "m"));
    assertThat(dialog.locator("[role=status]")).containsText("mine.csv is here now");
    Download all = page.waitForDownload(() -> dialog.locator("[data-action=download-all]").click());
    Map<String, String> names = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(all.path()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(names)
        .isEqualTo(
            Map.of(
                "ages.csv", "Ada,36",
                "mine.csv", "m",
                "out/plot.svg", "<svg/>",
                "result.csv", "a,b\n1,2\n"));
  }

  @Test
  void a_name_that_is_taken_is_asked_about_and_the_authors_file_comes_back() {
    Page page = lesson();
    CellDriver write = new CellDriver(page, "write").run();
    Locator dialog = openFiles(page);
    Locator add = dialog.locator("[data-action=add-files]");
    choose(page, add, file("ages.csv", "Mine,1"));
    assertThat(dialog.locator("[role=alert]")).containsText("ages.csv is here already");
    assertThat(dialog.locator("[data-action=replace-file]")).isFocused();
    dialog.locator("[data-action=replace-file]").click();
    assertThat(dialog.locator("[role=status]")).containsText("ages.csv is here now");
    choose(page, add, file("ages.csv", "Mine,2"));
    dialog.locator("[data-action=keep-both]").click();
    assertThat(dialog.locator("[role=status]")).containsText("ages 2.csv is here now");
    choose(page, add, file("ages.csv", "Mine,3"));
    assertThat(dialog.locator("[data-action=keep-both]")).isVisible();
    page.keyboard().press("Escape");
    assertThat(dialog).not().isVisible();
    write.run();
    assertThat(write.output()).hasText("Mine,1\n");

    openFiles(page);
    dialog.getByLabel("Remove: ages.csv").click();
    assertThat(dialog.locator("[role=status]")).hasText("ages.csv is no longer here.");
    page.keyboard().press("Escape");
    write.run();
    assertThat(write.output()).hasText("Ada,36\n");
  }

  @Test
  void files_that_are_dropped_on_a_cell_go_to_python_and_not_into_its_code() {
    Page page = lesson();
    CellDriver read = new CellDriver(page, "read").becomesEditable();
    drop(read.editor(), "data.csv", "dropped");
    assertThat(below(read)).containsText("data.csv is here now");
    assertThat(read.editor()).hasText("print(open(\"data.csv\").read())");
    below(read).locator("[data-action=run]").click();
    assertThat(read.output()).hasText("dropped\n");
    drop(page.locator("h1"), "Mu\u0308ller.csv", "x");
    assertThat(page.locator("dialog.viv-files-dialog [role=status]"))
        .containsText("M\u00fcller.csv is here now");
  }

  @Test
  void a_file_that_the_browser_does_not_keep_is_there_until_the_page_is_closed() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.addInitScript("indexedDB.open = () => { throw new DOMException('', 'SecurityError'); };");
    page.navigate(
        new WrittenSite().with("lesson.md", LESSON).with("ages.csv", "Ada,36").build().serve()
            + "lesson.html?view=page");
    CellDriver read = new CellDriver(page, "read").becomesEditable();
    drop(read.editor(), "data.csv", "here");
    assertThat(below(read)).containsText("the browser does not keep it (SecurityError)");
    page.evaluate(
        "async () => { const url = document.querySelector('script[src$=\"/vivarium.js\"]').src;"
            + " (await import(url)).kernel.stop(); }");
    below(read).locator("[data-action=run]").click();
    assertThat(read.output()).hasText("here\n");
  }
}
