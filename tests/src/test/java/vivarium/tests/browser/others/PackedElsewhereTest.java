package vivarium.tests.browser.others;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.tests.browser.others.OtherBrowsers.Kind;
import vivarium.tests.command.Vivarium;
import vivarium.tests.packages.LockedFolder;
import vivarium.tests.packages.Numpy;

/** Packed documents, opened from the disk by browsers without a network that are no Chromium. */
class PackedElsewhereTest {
  @RegisterExtension static final OtherBrowsers BROWSERS = new OtherBrowsers();

  private static final String SCRIPT =
      """
      \"""Count the lines of a file.\"""
      import argparse

      parser = argparse.ArgumentParser()
      parser.add_argument("name")
      parser.add_argument("--times", type=int, default=1)
      args = parser.parse_args()
      print(args.name * args.times, len(open("lines.txt").readlines()))
      open("said.txt", "w").write(args.name)
      """;

  private static final String DECK =
      """
      # One

      ```python {run #cell}
      print(6 * 7)
      ```

      ---

      # Two

      ```python {run norun #asks}
      name = input("Who? ")
      print("Hello", name)
      ```

      ```python {run norun #ends}
      while True:
          pass
      ```
      """;

  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "raw", "id": "r", "metadata": {},
        "source": ["---\\nformat: notebook\\nengine: 0.27.7\\n---"]},
       {"cell_type": "code", "id": "b", "metadata": {}, "source": ["import numpy as np, wave\\n",
        "np.arange(4).sum() + wave.WAVE_FORMAT_PCM"], "outputs": [], "execution_count": null}],
       "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void pack() throws IOException {
    Files.writeString(folder.resolve("count.py"), SCRIPT);
    Files.writeString(folder.resolve("deck.md"), DECK);
    LockedFolder locked = Numpy.in(LockedFolder.create());
    Path notebook = Files.writeString(locked.folder().resolve("waves.ipynb"), NOTEBOOK);
    assertThat(locked.lock("--offline").err()).isEmpty();
    for (Path document : List.of(folder.resolve("count.py"), folder.resolve("deck.md"), notebook)) {
      String name = document.getFileName().toString().replaceFirst("\\.\\w+$", ".html");
      assertThat(
              Vivarium.run("pack", document.toString(), "-o", folder.resolve(name).toString())
                  .err())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_deck_runs_its_cells_and_stops_what_never_ends(Kind kind) {
    OtherBrowser browser = open(kind, "deck.html");
    assertThat(browser.evaluate("document.documentElement.className")).contains("viv-presenting");
    assertThat(output(browser, "cell")).isEqualTo("42");
    browser.evaluate("void document.getElementById('ends').run()");
    browser.until("document.getElementById('ends').getAttribute('state') === 'running'");
    browser.evaluate("document.getElementById('ends').stop()");
    browser.until("document.getElementById('ends').getAttribute('state') === 'stopped'");
    assertThat(output(browser, "cell")).isEqualTo("42");
    nothingWasAsked(browser);
  }

  @ParameterizedTest
  @EnumSource
  void input_is_asked_for_or_says_why_it_is_not(Kind kind) {
    OtherBrowser browser = open(kind, "deck.html");
    if (browser.evaluate("typeof WebAssembly.Suspending").equals("function")) {
      browser.evaluate("void document.getElementById('asks').run()");
      browser.until("document.querySelector('#asks .viv-input-field')");
      browser.evaluate(
          "(document.querySelector('#asks .viv-input-field').value = 'Ada',"
              + " document.querySelector('#asks .viv-input').requestSubmit())");
      browser.until("document.getElementById('asks').getAttribute('state') === 'done'");
      assertThat(text(browser, "asks")).contains("Hello Ada");
    } else {
      assertThat(output(browser, "asks")).contains("does not let a page's Python wait");
    }
    nothingWasAsked(browser);
  }

  @ParameterizedTest
  @EnumSource
  void a_script_takes_arguments_and_files_and_gives_files(Kind kind) {
    OtherBrowser browser = open(kind, "count.html");
    browser.until("document.querySelector('.viv-script-form [name=name]')");
    browser.evaluate(
        """
        (() => {
          const form = document.querySelector(".viv-script-form");
          form.elements["name"].value = "ab";
          form.elements["--times"].value = "2";
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["one\\ntwo\\n"], "lines.txt"));
          document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        })()
        """);
    browser.until("document.body.innerText.includes('lines.txt')");
    browser.evaluate("document.querySelector('.viv-script-run').click()");
    browser.until("document.querySelector('viv-cell').getAttribute('state') === 'done'");
    assertThat(text(browser, "cell")).startsWith("abab 2");
    browser.until("document.querySelector('viv-cell').innerText.includes('said.txt')");
    nothingWasAsked(browser);
  }

  @ParameterizedTest
  @EnumSource
  void numpy_calculates_in_a_notebook(Kind kind) {
    OtherBrowser browser = open(kind, "waves.html");
    browser.until("document.querySelector('main[data-live]')");
    browser.evaluate("document.querySelector('.viv-nb-cell:has(viv-cell)').focus()");
    browser.evaluate("document.querySelector('.viv-nb-bar [data-nb=run-next]').click()");
    browser.until("document.querySelector('viv-cell').getAttribute('state') === 'done'");
    browser.until("document.querySelector('.viv-output').innerText.includes('7')");
    nothingWasAsked(browser);
  }

  private static OtherBrowser open(Kind kind, String name) {
    OtherBrowser browser = BROWSERS.get(kind);
    browser.open(folder.resolve(name).toUri().toString());
    browser.evaluate("customElements.whenDefined('viv-cell')");
    return browser;
  }

  /** Runs a cell; what stands below it then. */
  private static String output(OtherBrowser browser, String cell) {
    browser.evaluate("document.getElementById('%s').run()".formatted(cell));
    return text(browser, cell);
  }

  private static String text(OtherBrowser browser, String cell) {
    return browser.evaluate(
        "document.querySelector('[id=\"%s\"] .viv-output').innerText.trim()".formatted(cell));
  }

  private static void nothingWasAsked(OtherBrowser browser) {
    assertThat(
            browser.evaluate(
                "performance.getEntriesByType('resource').map((each) => each.name)"
                    + ".filter((name) => /^(https?|wss?|file):/.test(name)).join()"))
        .isEmpty();
  }
}
