package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunningTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @BeforeEach
  void reset() {
    RunningSite.server().reset();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void input_is_asked_for_below_the_cell_and_stays_there_as_in_a_terminal() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell = begin(page, "name = input('Name? ')\nprint('Hello', name)");
    cell.reaches("input");
    assertThat(cell.locator().locator(".viv-state")).hasText("Waiting for input");
    assertThat(field(cell)).isFocused();
    assertThat(field(cell)).hasAttribute("aria-label", "Name?");
    page.keyboard().type("Ada");
    page.keyboard().press("Enter");
    cell.reaches("done");
    assertThat(cell.output().locator("[data-stream=stdout]")).hasText("Name? Ada\nHello Ada\n");
    assertThat(cell.output().locator("form")).hasCount(0);
  }

  @Test
  void the_caret_is_back_in_the_code_when_the_cell_has_ended() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell = begin(page, "input()\ninput()");
    answer(cell, "a");
    answer(cell, "b");
    cell.reaches("done");
    assertThat(cell.editor()).isFocused();
  }

  @Test
  void input_works_without_a_memory_image_too() {
    RunningSite.server().hide(".image.br");
    CellDriver cell = begin(RunningSite.visit(CHROMIUM), "print(input('Name? ')[::-1])");
    answer(cell, "Ada");
    assertThat(cell.ends().outputText()).isEqualTo("Name? Ada adA");
    CHROMIUM.forgive(); // The missing image is what the test wanted.
  }

  @Test
  void input_can_be_asked_for_in_functions_loops_and_where_a_cell_awaits() {
    CellDriver cell =
        begin(
            RunningSite.visit(CHROMIUM),
            """
            import asyncio
            def ask(n): return int(input(f"{n}? "))
            async def later():
                await asyncio.sleep(0)
                return int(input("Last? "))
            sum([ask(n) for n in range(2)]) + await later()
            """);
    answer(cell, "1");
    answer(cell, "20");
    answer(cell, "300");
    assertThat(cell.ends().outputText()).isEqualTo("0? 1 1? 20 Last? 300 321");
  }

  @Test
  void only_the_last_line_of_a_prompt_stands_before_the_field() {
    CellDriver cell = begin(RunningSite.visit(CHROMIUM), "input('1 red\\n2 blue\\nWhich? ')");
    cell.reaches("input");
    assertThat(cell.output().locator(".viv-stream")).hasText("1 red\n2 blue\n");
    assertThat(cell.output().locator(".viv-input-prompt")).hasText("Which? ");
    answer(cell, "<b>");
    assertThat(cell.ends().outputText()).isEqualTo("1 red 2 blue Which? <b> '<b>'");
  }

  @Test
  void a_password_is_shown_as_dots() {
    CellDriver cell =
        begin(RunningSite.visit(CHROMIUM), "from getpass import getpass\nlen(getpass())");
    cell.reaches("input");
    assertThat(field(cell)).hasAttribute("type", "password");
    answer(cell, "secret!");
    assertThat(cell.ends().outputText()).isEqualTo("Password: •••••••• 7");
  }

  @Test
  void input_ends_with_a_key_or_a_button() {
    CellDriver cell =
        begin(
            RunningSite.visit(CHROMIUM),
            """
            import sys
            print([line for line in sys.stdin])
            input("More? ")
            """);
    answer(cell, "a");
    answer(cell, "b");
    cell.output().getByText("End", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(cell.output()).containsText("['a\\n', 'b\\n']");
    cell.reaches("input");
    field(cell).press("Control+d");
    cell.reaches("failed");
    assertThat(cell.output()).containsText("EOFError: EOF when reading a line");
  }

  @Test
  void stdin_is_read_by_characters_and_by_lines() {
    CellDriver cell =
        begin(
            RunningSite.visit(CHROMIUM),
            "import sys\n[sys.stdin.read(2), sys.stdin.readline(), sys.stdin.readline()]");
    answer(cell, "abc");
    answer(cell, "d");
    assertThat(cell.ends().outputText()).endsWith("['ab', 'c\\n', 'd\\n']");
  }

  @Test
  void input_comes_from_where_the_code_says() {
    CellDriver cell =
        begin(
            RunningSite.visit(CHROMIUM),
            "import io, sys\nkept, sys.stdin = sys.stdin, io.StringIO('Ada')\n"
                + "name = input()\nsys.stdin = kept\nname");
    assertThat(cell.ends().outputText()).isEqualTo("'Ada'");
  }

  @Test
  void what_javascript_calls_cannot_wait_for_input_and_says_so() {
    CellDriver cell =
        begin(
            RunningSite.visit(CHROMIUM),
            "import js\nfrom pyodide.ffi import create_proxy\n"
                + "js.Array.of(1).map(create_proxy(lambda *values: input('? ')))");
    assertThat(cell.ends().output()).containsText("in a function that JavaScript calls");
  }

  @Test
  void who_types_elsewhere_is_not_disturbed() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver other = new CellDriver(page, "other").becomesEditable();
    CellDriver cell = begin(page, "import asyncio\nawait asyncio.sleep(1)\ninput()");
    other.editor().click();
    cell.reaches("input");
    assertThat(other.editor()).isFocused();
    answer(cell, "x");
    cell.ends();
  }

  @Test
  void on_a_phone_the_field_is_large_enough_not_to_be_zoomed_to() {
    Page page =
        CHROMIUM.blank(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    page.navigate(RunningSite.server().url("running.html"));
    page.evaluate("document.getElementById('cell').code = 'input()'");
    page.evaluate("void document.getElementById('cell').run()");
    CellDriver cell = new CellDriver(page, "cell").reaches("input");
    Object size = field(cell).evaluate("field => parseFloat(getComputedStyle(field).fontSize)");
    assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(16);
  }

  @Test
  void keys_that_are_typed_into_the_field_turn_no_slides() {
    Page page = RunningSite.visit(CHROMIUM, "running.html?view=slides");
    CellDriver cell = begin(page, "input('? ')");
    cell.reaches("input");
    assertThat(field(cell)).isFocused();
    String address = page.url();
    page.keyboard().type(" nsfob.");
    for (String key : new String[] {"ArrowRight", "ArrowDown", "PageDown", "Home"}) {
      page.keyboard().press(key);
    }
    page.keyboard().press("Enter");
    assertThat(cell.ends().outputText()).isEqualTo("? nsfob. ' nsfob.'");
    assertThat(page.url()).isEqualTo(address);
  }

  @Test
  void stop_ends_waiting_for_input_and_keeps_variables() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell = begin(page, "kept = 41\ninput('Name? ')");
    cell.reaches("input");
    stop(cell, "Name? Stopped. All variables are kept.");
    begin(page, "kept + 1");
    assertThat(cell.ends().outputText()).isEqualTo("42");
  }

  @Test
  void stop_ends_sleeping_and_awaiting_and_keeps_variables() {
    Page page = RunningSite.visit(CHROMIUM);
    for (String wait :
        new String[] {
          "import time\ntime.sleep(600)",
          "import asyncio\nawait asyncio.sleep(600)",
          "import asyncio\nasync def main(): await asyncio.sleep(600)\nasyncio.run(main())",
          "import asyncio\nawait asyncio.gather(asyncio.sleep(600), asyncio.sleep(700))"
        }) {
      CellDriver cell = begin(page, "kept = 41\nprint('waits', flush=True)\n" + wait);
      assertThat(cell.output()).hasText("waits\n");
      stop(cell, "waits Stopped. All variables are kept.");
      begin(page, "kept + 1");
      assertThat(cell.ends().outputText()).isEqualTo("42");
    }
  }

  @Test
  void a_cell_can_clean_up_when_it_is_stopped() {
    CellDriver cell =
        begin(
            RunningSite.visit(CHROMIUM),
            """
            import time
            try:
                print("waits", flush=True)
                time.sleep(600)
            except KeyboardInterrupt:
                print("cleaned up")
            """);
    assertThat(cell.output()).hasText("waits\n");
    cell.locator().locator("[data-action=stop]").click();
    cell.reaches("done");
    assertThat(cell.outputText()).isEqualTo("waits cleaned up");
  }

  @Test
  void a_cell_that_takes_a_moment_to_hear_of_stop_keeps_its_variables_and_its_python() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell =
        begin(
            page,
            """
            import asyncio, time
            print("computes", flush=True)
            while True:
                end = time.monotonic() + 0.1
                while time.monotonic() < end:
                    pass
                await asyncio.sleep(0)
            """);
    assertThat(cell.output()).hasText("computes\n");
    stop(cell, "computes Stopped. All variables are kept.");
    page.waitForCondition(() -> page.workers().size() == 1);
    begin(page, "type(end)");
    assertThat(cell.ends().outputText()).isEqualTo("<class 'float'>");
  }

  @Test
  void who_swallows_the_interrupt_is_stopped_all_the_same() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell =
        begin(
            page,
            """
            import time
            print("waits", flush=True)
            while True:
                try:
                    time.sleep(600)
                except KeyboardInterrupt:
                    pass
            """);
    assertThat(cell.output()).hasText("waits\n");
    cell.locator().locator("[data-action=stop]").click();
    cell.reaches("stopped");
    assertThat(cell.output()).containsText("all variables are gone");
    begin(page, "'alive'");
    assertThat(cell.ends().outputText()).isEqualTo("'alive'");
  }

  @Test
  void a_cell_waits_until_its_time_is_up() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell = begin(page, "limited", "kept = 41\nimport time\ntime.sleep(600)");
    cell.reaches("stopped");
    assertThat(cell.outputText())
        .isEqualTo("Time is up: this cell may run for 1 s. Stopped. All variables are kept.");
    cell = begin(page, "limited", "while True: pass");
    cell.reaches("stopped");
    assertThat(cell.output()).containsText("Time is up");
    assertThat(cell.output()).containsText("all variables are gone");
  }

  @Test
  void time_does_not_pass_while_a_cell_waits_for_its_reader() {
    Page page = RunningSite.visit(CHROMIUM);
    page.clock().install();
    CellDriver cell = begin(page, "limited", "input('? ')");
    cell.reaches("input");
    page.clock().fastForward(60_000);
    answer(cell, "patient");
    assertThat(cell.ends().outputText()).isEqualTo("? patient 'patient'");
  }

  @Test
  void seconds_are_shown_when_a_cell_runs_long() {
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell = begin(page, "import time\ntime.sleep(600)");
    cell.reaches("running");
    Locator seconds = cell.locator().locator(".viv-seconds");
    assertThat(seconds).hasText("2 s");
    assertThat(seconds).hasAttribute("aria-hidden", "true");
    assertThat(cell.locator().locator(".viv-state")).hasText("Running");
    stop(cell, "Stopped. All variables are kept.");
    assertThat(seconds).hasText("");
  }

  @Test
  void an_isolated_page_interrupts_what_computes_and_keeps_variables() {
    RunningSite.server().isolate();
    Page page = RunningSite.visit(CHROMIUM);
    CellDriver cell = begin(page, "kept = 41\nprint('computes', flush=True)\nwhile True: pass");
    assertThat(cell.output()).hasText("computes\n");
    stop(cell, "computes Stopped. All variables are kept.");
    begin(page, "import time\nprint('sleeps', flush=True)\ntime.sleep(600)");
    assertThat(cell.output()).hasText("sleeps\n");
    stop(cell, "sleeps Stopped. All variables are kept.");
    begin(page, "kept + 1");
    assertThat(cell.ends().outputText()).isEqualTo("42");
    begin(page, "input('? ')");
    cell.reaches("input");
    stop(cell, "? Stopped. All variables are kept.");
    begin(page, "kept + 1");
    assertThat(cell.ends().outputText()).isEqualTo("42");
  }

  @Test
  void input_works_where_webassembly_cannot_wait_and_the_page_is_isolated() {
    RunningSite.server().isolate();
    asksAndStops(RunningSite.visitWithoutWaiting(CHROMIUM, true));
  }

  @Test
  void input_works_where_webassembly_cannot_wait_through_a_service_worker() {
    Page page = RunningSite.visitWithoutWaiting(CHROMIUM, true);
    asksAndStops(page);
    assertThat(page.evaluate("navigator.serviceWorker.controller")).isNull();
  }

  @Test
  void input_says_what_to_do_where_there_is_no_way_to_wait() {
    CellDriver cell = begin(RunningSite.visitWithoutWaiting(CHROMIUM, false), "input('? ')");
    assertThat(cell.ends().output()).containsText("write the value into the code instead");
  }

  private static void asksAndStops(Page page) {
    CellDriver cell = begin(page, "import sys\n[input('Name? '), sys.stdin.readlines()]");
    answer(cell, "Zoë");
    answer(cell, "");
    cell.reaches("input");
    field(cell).press("Control+d");
    assertThat(cell.ends().outputText()).isEqualTo("Name? Zoë ['Zoë', ['\\n']]");
    begin(page, "kept = 41\ninput('? ')");
    cell.reaches("input");
    stop(cell, "? Stopped. All variables are kept.");
    begin(page, "kept + 1");
    assertThat(cell.ends().outputText()).isEqualTo("42");
  }

  @Test
  void a_built_page_shows_a_question_and_the_answers_that_its_author_gave() {
    Page page = RunningSite.visit(CHROMIUM);
    assertThat(page.locator("#asks .viv-output")).hasText("before\nYour name? \n");
    assertThat(page.locator("#answered .viv-output"))
        .hasText("Your name? Ada\nYour age? 42\nAda 43\nMore? \nno more\n");
  }

  private static CellDriver begin(Page page, String code) {
    return begin(page, "cell", code);
  }

  private static CellDriver begin(Page page, String id, String code) {
    CellDriver cell = new CellDriver(page, id).type(code);
    page.keyboard().press("Control+Enter");
    return cell;
  }

  private static Locator field(CellDriver cell) {
    return cell.output().locator(".viv-input-field:not([readonly])");
  }

  private static void answer(CellDriver cell, String text) {
    cell.reaches("input");
    field(cell).fill(text);
    field(cell).press("Enter");
  }

  private static void stop(CellDriver cell, String output) {
    cell.locator().locator("[data-action=stop]").click();
    cell.reaches("stopped");
    assertThat(cell.outputText()).isEqualTo(output);
  }
}
