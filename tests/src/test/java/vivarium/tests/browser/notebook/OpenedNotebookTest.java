package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.browser.Chromium;
import vivarium.tests.command.Vivarium;

/** {@code vivarium open}: a notebook of this machine, which its page saves. */
class OpenedNotebookTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** As other programs write it: two spaces, keys in another order, no final newline. */
  private static final String TEXT =
      """
      {
        "metadata": {"other": 1.50},
        "nbformat_minor": 4,
        "nbformat": 4,
        "cells": [
          {
            "source": ["# Sums"],
            "metadata": {},
            "cell_type": "markdown"
          },
          {
            "outputs": [],
            "execution_count": null,
            "metadata": {"kept": true},
            "source": ["1 + 2"],
            "cell_type": "code"
          }
        ]
      }""";

  @TempDir Path folder;
  private Path file;
  private Process server;
  private NotebookDriver notebook;

  @BeforeEach
  void open() throws IOException {
    file = Files.writeString(folder.resolve("mine.ipynb"), TEXT);
    server =
        Vivarium.builder("open", file.toString(), "--no-open", "--port", "0")
            .redirectErrorStream(true)
            .start();
    BufferedReader lines = Vivarium.lines(server.getInputStream());
    Matcher address = Pattern.compile("http://\\S+").matcher(lines.readLine());
    assertThat(address.find()).isTrue();
    notebook =
        new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(address.group());
    CHROMIUM.forgive(); // The page may have been asked for before it was built.
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  @Test
  void what_is_changed_is_saved_in_the_file_and_nothing_else_of_it_changes() throws IOException {
    notebook.type(1, "1 + 3");
    becomes(text -> text.equals(changed("1 + 3")));
    notebook.press("Shift+Enter").ends(1);
    becomes(text -> text.contains("\"4\"") && text.contains("\"other\": 1.50"));
    assertThat(notebook.page().locator(".viv-nb-state")).hasText("Saved in the file");
    notebook.reload();
    assertThat(notebook.cell(1)).containsText("1 + 3");
    assertThat(notebook.output(1)).hasText("4");
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void what_another_program_has_saved_stays_until_the_reader_chooses() throws IOException {
    String theirs = TEXT.replace("# Sums", "# Theirs");
    Files.writeString(file, theirs);
    notebook.type(1, "mine = 1");
    assertThat(notice()).containsText("Another program has changed the file");
    assertThat(file).hasContent(theirs);
    notice().locator("[data-nb=overwrite]").click();
    becomes(text -> text.equals(changed("mine = 1")));

    Files.writeString(file, theirs);
    notebook.type(1, "mine = 2");
    notice().locator("[data-nb=take]").click();
    assertThat(notebook.cell(0)).containsText("Theirs");
    assertThat(notebook.cell(1)).containsText("1 + 2");
    assertThat(file).hasContent(theirs);
    CHROMIUM.forgive();
  }

  @Test
  void what_could_not_be_saved_is_told_of_and_kept_in_the_browser() throws Exception {
    stop();
    notebook.type(1, "mine = 1");
    assertThat(notice()).containsText("The file is not saved");
    assertThat(file).hasContent(TEXT);
    CHROMIUM.forgive();
  }

  @Test
  void two_tabs_take_turns_and_nobody_is_asked() {
    NotebookDriver other =
        new NotebookDriver(notebook.page().context().newPage()).open(notebook.page().url());
    notebook.page().bringToFront();
    notebook.type(1, "first = 1");
    becomes(text -> text.equals(changed("first = 1")));
    assertThat(other.cell(1)).containsText("first = 1");
    other.page().bringToFront();
    other.type(1, "second = 2");
    becomes(text -> text.equals(changed("second = 2")));
    assertThat(notebook.cell(1)).containsText("second = 2");
    notebook.page().bringToFront();
    notebook.type(1, "third = 3");
    becomes(text -> text.equals(changed("third = 3")));
    assertThat(notice()).hasCount(0);
    assertThat(other.page().locator(".viv-nb-notice")).hasCount(0);
    CHROMIUM.forgive(); // A tab may have to be told that the file is another, and look.
  }

  @Test
  void the_code_finds_the_files_beside_the_notebook_that_it_names_and_no_others()
      throws IOException {
    Files.writeString(folder.resolve("ages.csv"), "Ada,36");
    Files.writeString(folder.resolve("secret.csv"), "none of your business");
    notebook.type(1, "import os\nprint(open('ages.csv').read(), os.listdir())");
    notebook.press("ControlOrMeta+Enter").ends(1);
    Locator again = notebook.cell(1).locator(".viv-cell-files [data-action=run]");
    assertThat(again).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
    again.click();
    assertThat(notebook.output(1)).hasText("Ada,36 ['ages.csv']\n", patientlyExact());
    notebook.reload().select(1).press("ControlOrMeta+Enter").ends(1);
    assertThat(notebook.output(1)).hasText("Ada,36 ['ages.csv']\n");

    Files.writeString(folder.resolve("ages.csv"), "Eve,7");
    notebook
        .page()
        .waitForCondition(
            () -> {
              notebook.page().evaluate("dispatchEvent(new Event('focus'))");
              notebook.select(1).press("ControlOrMeta+Enter").ends(1);
              return notebook.output(1).textContent().startsWith("Eve,7");
            },
            new Page.WaitForConditionOptions().setTimeout(90_000));
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static LocatorAssertions.HasTextOptions patientlyExact() {
    return new LocatorAssertions.HasTextOptions().setTimeout(90_000);
  }

  private Locator notice() {
    return notebook.page().locator(".viv-nb-notice");
  }

  private void becomes(Predicate<String> wanted) {
    notebook
        .page()
        .waitForCondition(
            () -> wanted.test(contentOf(file)),
            new Page.WaitForConditionOptions().setTimeout(90_000));
  }

  /** A list of lines that is written anew has each on its own. */
  private static String changed(String code) {
    return TEXT.replace("[\"1 + 2\"]", "[\n        \"" + code + "\"\n      ]");
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
