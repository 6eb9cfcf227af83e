package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tasks and callbacks of a cell write, and raise, after its end or while another runs. */
class BackgroundTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void a_task_writes_to_the_cell_that_started_it_while_another_runs() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver first = new CellDriver(page, "first");
    first
        .type(
            """
            import asyncio
            go = asyncio.Event()
            async def late():
                await go.wait()
                print("late")
                display("shown late")
                {}["missing"]
            task = asyncio.create_task(late())""")
        .run();
    assertThat(first.locator()).hasAttribute("state", "done");
    CellDriver second = new CellDriver(page, "table");
    second.type("go.set()\nawait asyncio.sleep(0.1)\nprint('own')").run();
    assertThat(first.output().locator(".viv-error-headline")).hasText("KeyError: 'missing' line 7");
    assertThat(first.output().locator(".viv-stream")).hasText("late\n");
    assertThat(first.output().locator(".viv-display")).hasText("'shown late'");
    assertThat(first.locator()).hasAttribute("state", "failed");
    assertThat(first.locator().locator(".viv-error-line")).hasText("    {}[\"missing\"]");
    assertThat(second.outputText()).isEqualTo("own");
    assertThat(second.locator()).hasAttribute("state", "done");
  }

  @Test
  void a_callback_writes_to_its_cell_after_the_cell_has_ended() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type(
            """
            import asyncio
            loop = asyncio.get_event_loop()
            loop.call_later(0.2, lambda: [print(i) for i in range(500)])
            loop.call_later(0.3, lambda: 1 / 0)
            print("now")""")
        .run();
    assertThat(cell.output().locator(".viv-error-headline")).containsText("ZeroDivisionError");
    assertThat(cell.output()).containsText("498\n499");
  }

  @Test
  void a_task_takes_away_what_its_cell_showed_and_updates_what_another_shows() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver first = new CellDriver(page, "first");
    first
        .type(
            """
            import asyncio
            from vivarium import clear_output
            go = asyncio.Event()
            shown = display("old", display_id=True)
            async def late():
                await go.wait()
                clear_output()
                print("late")
                shown.update("new")
            task = asyncio.create_task(late())""")
        .run();
    assertThat(first.outputText()).isEqualTo("'old'");
    CellDriver second = new CellDriver(page, "table");
    second.type("shown.display('again')\ngo.set()\nawait asyncio.sleep(0.1)\nprint('own')").run();
    assertThat(first.output()).hasText("late\n");
    assertThat(second.outputText()).isEqualTo("'new' own");
  }

  @Test
  void a_task_that_writes_for_ever_shows_its_end_and_what_is_left_out() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type(
            """
            import asyncio
            async def floods():
                for i in range(60):
                    print("x" * 9999)
                    await asyncio.sleep(0.01)
                print("the end")
            task = asyncio.create_task(floods())""")
        .run();
    assertThat(cell.output()).containsText("the end");
    assertThat(cell.output().locator(".viv-left-out")).containsText("left out here");
    assertThat(cell.locator()).hasAttribute("state", "done");
  }

  @Test
  void an_error_that_a_cell_awaits_later_is_not_shown_twice() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type(
            """
            import asyncio
            async def fails():
                raise ValueError("x")
            task = asyncio.create_task(fails())
            await asyncio.sleep(0.05)
            try:
                await task
            except ValueError:
                print("handled")""")
        .run();
    assertThat(cell.outputText()).isEqualTo("handled");
  }

  @Test
  void a_rerun_drops_what_its_earlier_run_still_writes() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type(
            """
            import asyncio
            async def speaks():
                while True:
                    print("earlier")
                    await asyncio.sleep(0.01)
            task = asyncio.create_task(speaks())""")
        .run();
    assertThat(cell.output()).containsText("earlier");
    cell.type("await asyncio.sleep(0.2)\n'again'").run();
    assertThat(cell.outputText()).isEqualTo("'again'");
  }

  @Test
  void what_a_callback_of_javascript_raises_is_shown_and_python_goes_on() {
    CellDriver cell = new CellDriver(CHROMIUM.desktop("page.html"), "first");
    cell.type(
            """
            import js
            from pyodide.ffi import create_proxy
            def fails(*event):
                raise ValueError("from a timer")
            js.setTimeout(create_proxy(fails), 100)
            js.Promise.reject(js.Error.new("from a promise"))
            None""")
        .run();
    assertThat(cell.output().locator(".viv-error-headline"))
        .containsText(new String[] {"from a promise", "from a timer"});
    assertThat(cell.output().locator(".viv-error-headline").last()).containsText("line 4");
    cell.type("'alive'").run();
    assertThat(cell.outputText()).isEqualTo("'alive'");
  }
}
