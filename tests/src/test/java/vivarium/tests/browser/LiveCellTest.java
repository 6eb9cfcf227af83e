package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveCellTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void running_a_cell_shows_what_it_prints_and_the_value_of_its_last_expression() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first").run();
    assertThat(cell.locator()).hasAttribute("state", "done");
    assertThat(cell.output().locator(".viv-stream[data-stream=stdout]")).hasText("one\n");
    assertThat(cell.output().locator(".viv-display")).hasText("2");
  }

  @Test
  void a_rerun_replaces_the_output_of_the_run_before() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first").run();
    cell.type("'changed'").run();
    assertThat(cell.outputText()).isEqualTo("'changed'");
  }

  @Test
  void stdout_and_stderr_are_told_apart_in_the_order_written() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("deck.html#/streams"), "both").run();
    assertThat(cell.output().locator(".viv-stream"))
        .hasText(new String[] {"first\n", "to stderr\n", "last\n"});
    assertThat(cell.output().locator("[data-stream=stderr]")).hasText("to stderr\n");
  }

  @Test
  void output_streams_while_the_cell_runs() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first");
    cell.type("import time\nprint('early')\ntime.sleep(600)");
    page.keyboard().press("Control+Enter");
    cell.reaches("running");
    assertThat(cell.output()).hasText("early\n");
    assertThat(cell.locator()).hasAttribute("state", "running");
  }

  @Test
  void an_error_names_the_cell_and_line_and_marks_it_and_shows_no_machinery() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("deck.html#/errors"), "fails");
    cell.becomesEditable().run();
    assertThat(cell.locator()).hasAttribute("state", "failed");
    assertThat(cell.output().locator(".viv-error-headline"))
        .hasText("ZeroDivisionError: division by zero line 2");
    assertThat(cell.output().locator(".viv-error-own"))
        .hasText(
            """
            Cell "fails", line 4, in <module>
              invert(0)
              ~~~~~~^^^
            Cell "fails", line 2, in invert
              return 1 / x
                     ~~^~~""");
    assertThat(cell.locator().locator(".viv-error-line")).hasText("    return 1 / x");
    cell.type("1");
    assertThat(cell.locator().locator(".viv-error-line")).hasCount(0);
  }

  @Test
  void a_syntax_error_marks_its_line() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type("x = 1\ny = = 2").run();
    assertThat(cell.output()).containsText("SyntaxError: invalid syntax");
    assertThat(cell.locator().locator(".viv-error-line")).hasText("y = = 2");
  }

  @Test
  void await_works_at_the_top_level() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("deck.html#/await"), "awaits").run();
    assertThat(cell.outputText()).isEqualTo("'awaited'");
  }

  @Test
  void cells_share_one_interpreter_and_an_environment_of_its_own_does_not() {
    Page page = CHROMIUM.desktop("deck.html?view=page#two-cells-share-one-interpreter");
    new CellDriver(page, "sets").run();
    assertThat(new CellDriver(page, "uses").run().outputText()).isEqualTo("42");
    assertThat(new CellDriver(page, "elsewhere").run().outputText()).isEqualTo("False");
  }

  @Test
  void a_set_up_cell_has_run_before_any_other() {
    Page page = CHROMIUM.desktop("deck.html#/set-up");
    assertThat(new CellDriver(page, "prepared").run().outputText()).isEqualTo("'by the author'");
  }

  @Test
  void a_readonly_cell_runs_but_keeps_its_text() {
    Page page = CHROMIUM.desktop("deck.html#/set-up");
    CellDriver cell = new CellDriver(page, "fixed").type("1").run();
    assertThat(cell.outputText()).isEqualTo("'cannot be changed'");
  }

  @Test
  void stop_ends_an_endless_loop_and_says_that_variables_are_gone() {
    Page page = CHROMIUM.desktop("deck.html#/endless");
    CellDriver cell = new CellDriver(page, "loop");
    cell.locator().locator("[data-action=run]").click();
    cell.reaches("running");
    assertThat(cell.output()).hasText("before\n");
    cell.locator().locator("[data-action=stop]").click();
    assertThat(cell.locator()).hasAttribute("state", "stopped");
    assertThat(cell.output()).containsText("all variables are gone");
    cell.type("'alive'").run();
    assertThat(cell.outputText()).isEqualTo("'alive'");
  }

  @Test
  void reset_brings_the_authors_code_back() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type("broken(").run();
    cell.editor().click();
    cell.locator().locator("[data-action=reset]").click();
    assertThat(cell.editor()).hasText("print(\"one\")2");
    assertThat(cell.output()).isEmpty();
    assertThat(cell.locator()).hasAttribute("state", "ready");
  }

  @Test
  void html_output_is_shown_without_what_could_act_on_the_page() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "table").run();
    assertThat(cell.output().locator("td")).hasText("cell");
    assertThat(cell.output().locator("script, [onerror]")).hasCount(0);
    assertThat(page.evaluate("window.hacked")).isNull();
  }

  @Test
  void a_flood_of_output_is_capped_with_an_exact_count_and_the_page_stays_usable() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "many").run();
    int written = 10 * 2 + 90 * 3 + 900 * 4 + 9_000 * 5 + 90_000 * 6 + 100_000 * 7;
    List<String> shown = cell.output().locator(".viv-stream").allTextContents();
    assertThat(shown).hasSize(2);
    assertThat(shown.get(0)).startsWith("0\n1\n2\n");
    assertThat(shown.get(1)).endsWith("\n199998\n199999\n");
    int kept = shown.get(0).length() + shown.get(1).length();
    int lines = 200_000 - (int) String.join("", shown).lines().count();
    assertThat(cell.output().locator(".viv-left-out"))
        .hasText(
            "… %,d characters in %,d lines left out here. To keep all of it, write it to a file."
                .formatted(written - kept, lines));
    assertThat(new CellDriver(page, "first").run().outputText()).isEqualTo("one 2");
  }

  @Test
  void events_tell_scripts_what_happens() {
    Page page = CHROMIUM.desktop("page.html");
    page.evaluate(
        """
        () => {
          window.seen = [];
          for (const name of ["viv:run", "viv:output", "viv:done", "viv:error"]) {
            document.addEventListener(name, (e) => {
              if (e.target.id === "first" && seen.at(-1)?.[0] !== name) seen.push([name, e.target.id, e.detail?.status]);
            });
          }
        }
        """);
    CellDriver cell = new CellDriver(page, "first").run();
    assertThat(page.evaluate("JSON.stringify(window.seen)"))
        .isEqualTo(
            "[[\"viv:run\",\"first\",null],[\"viv:output\",\"first\",null],"
                + "[\"viv:done\",\"first\",\"done\"]]");
    page.evaluate("document.addEventListener('viv:run', (e) => e.preventDefault(), {once: true})");
    page.evaluate("document.getElementById('first').run()");
    assertThat(cell.locator()).hasAttribute("state", "done");
  }

  @Test
  void scripts_reach_cells_and_kernel_through_the_module() {
    Page page = CHROMIUM.desktop("page.html");
    new CellDriver(page, "first").run();
    assertThat(
            page.evaluate(
                """
                async () => {
                  const src = document.querySelector("script[type=module]").src;
                  const { cells, kernel } = await import(src);
                  const cell = cells.get("first");
                  cell.code = "40 + 2";
                  await new Promise((done) => {
                    cell.addEventListener("viv:done", done, { once: true });
                    cell.run();
                  });
                  return [kernel.state, cell.state, cell.querySelector(".viv-output").innerText.trim()].join();
                }
                """))
        .isEqualTo("ready,done,42");
  }

  @Test
  void a_script_may_set_and_run_code_before_there_is_an_editor() {
    Page page = CHROMIUM.desktop("page.html");
    page.evaluate("const cell = document.getElementById('wide'); cell.code = '6 * 7'; cell.run();");
    CellDriver cell = new CellDriver(page, "wide").ends();
    assertThat(cell.outputText()).isEqualTo("42");
  }

  @Test
  void a_setup_cell_that_breaks_python_down_does_so_once_and_not_for_ever() {
    Page page = CHROMIUM.desktop("broken.html");
    CellDriver setup = new CellDriver(page, "breaks").reaches("stopped");
    assertThat(setup.output()).containsText("Python broke down");
    assertThat(
            page.evaluate(
                "import(document.querySelector('script[type=module]').src)"
                    + ".then((module) => module.kernel.state)"))
        .isEqualTo("off");
    CHROMIUM.forgive(); // The engine reports its end to the console.
  }

  @Test
  void when_python_breaks_down_it_says_so_and_the_next_run_starts_it_anew() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type("class A:\n    def __repr__(self): return repr(self)\nA()").run();
    assertThat(cell.locator()).hasAttribute("state", "stopped");
    assertThat(cell.output()).containsText("Python broke down, so all variables are gone");
    cell.type("'alive'").run();
    assertThat(cell.outputText()).isEqualTo("'alive'");
    CHROMIUM.forgive(); // The engine reports its end to the console.
  }

  @Test
  void a_set_up_cell_that_the_reader_made_endless_is_stopped_and_runs_as_its_author_wrote_it() {
    Page page = CHROMIUM.desktop("deck.html#/set-up");
    CellDriver setup = new CellDriver(page, "set-up-cell").reaches("done");
    setup.type("while True: pass");
    page.keyboard().press("Control+Enter");
    setup.reaches("running");
    setup.locator().locator("[data-action=stop]").click();
    setup.reaches("done");
    assertThat(new CellDriver(page, "prepared").run().outputText()).isEqualTo("'by the author'");
  }

  @Test
  void a_double_click_on_run_runs_once_and_stops_nothing() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = new CellDriver(page, "first");
    cell.type("kept = 1").run();
    cell.type("import time\ntime.sleep(1)\nkept");
    cell.locator().locator("[data-action=run]").dblclick();
    assertThat(cell.ends().outputText()).isEqualTo("1");
  }

  @Test
  void stop_takes_a_waiting_cell_back_and_lets_the_running_one_go_on() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver running = new CellDriver(page, "first");
    running.type("import time\ntime.sleep(3)\n'finished'");
    page.keyboard().press("Control+Enter");
    running.reaches("running");
    CellDriver waiting = new CellDriver(page, "table");
    waiting.locator().locator("[data-action=run]").click();
    waiting.reaches("queued");
    waiting.locator().locator("[data-action=stop]").click();
    assertThat(waiting.locator()).hasAttribute("state", "ready");
    assertThat(running.ends().outputText()).isEqualTo("'finished'");
  }

  @Test
  void hidden_and_self_running_cells_run_after_a_start_that_failed_at_first() {
    BuiltSite.refuse("pyodide.asm.wasm");
    Page page = CHROMIUM.desktop("page.html");
    CellDriver auto = new CellDriver(page, "auto").reaches("failed");
    assertThat(page.locator("#unseen")).isHidden();
    BuiltSite.refuse("");
    auto.run();
    assertThat(auto.outputText()).isEqualTo("42");
    assertThat(page.locator("#unseen")).isHidden();
    CHROMIUM.forgive(); // The refused file is what the test wanted.
  }

  @Test
  void objects_show_themselves_as_they_do_in_notebooks() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type(
            "class T:\n    def _repr_mimebundle_(self, include, exclude):"
                + " return {'text/html': '<b>bold</b>'}\nT()")
        .run();
    assertThat(cell.output().locator("b")).hasText("bold");
    cell.type("from unittest.mock import Mock\nMock()").run();
    assertThat(cell.output()).containsText("<Mock id=");
    cell.type("'é' * 1_000_000").run();
    assertThat(cell.output()).containsText("and 900,002 more characters");
  }

  @Test
  void a_warning_names_the_cell_as_a_traceback_does() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type("'\\d'").run();
    assertThat(cell.output().locator("[data-stream=stderr]"))
        .containsText("Cell \"first\", line 1: SyntaxWarning");
  }

  @Test
  void of_a_long_text_beginning_and_end_are_shown_and_the_rest_is_counted() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type("print('x' * 1_000_000)").run();
    assertThat(cell.outputText()).startsWith("xxx").endsWith("x");
    String leftOut = cell.output().locator(".viv-left-out").textContent();
    long shown = cell.outputText().replace(leftOut, "").chars().filter(c -> c == 'x').count();
    assertThat(shown + Integer.parseInt(leftOut.replaceAll("\\D", ""))).isEqualTo(1_000_000);
  }

  @Test
  void a_kernel_whose_files_are_missing_says_so_and_a_second_try_may_succeed() {
    BuiltSite.refuse("pyodide.asm.wasm");
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.locator().locator("[data-action=run]").click();
    cell.reaches("failed");
    assertThat(cell.output()).containsText("Python could not be started");
    BuiltSite.refuse("");
    cell.run();
    assertThat(cell.outputText()).isEqualTo("one 2");
    CHROMIUM.forgive(); // The refused file is what the test wanted.
  }
}
