package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Terminals: what a script prints, and what its reader types. */
class TerminalsTest {
  private static final String LINES =
      "(at) => { const buffer = document.querySelectorAll('py-terminal')[at]?.terminal.buffer.active;"
          + " return buffer ? Array.from({ length: buffer.length }, (_, i) =>"
          + " buffer.getLine(i).translateToString(true)).join('\\n').trimEnd() : ''; }";

  @RegisterExtension static final Pages PAGES = new Pages();

  private static PyscriptPage until(PyscriptPage page, int terminal, String end) {
    return page.until("(" + LINES + ")(" + terminal + ").endsWith(" + quoted(end) + ")");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void a_worker_prints_and_asks_in_its_terminal(String type, Headers headers) {
    PyscriptPage page =
        PAGES.open(
            type,
            headers,
            """
            <script type="TYPE" worker terminal id="it">
            print("Welcome.")
            name = input("Name? ")
            print("Hello", name)
            </script>
            """);
    until(page, 0, "Welcome.\nName?");
    page.page().locator("py-terminal").click();
    page.page().keyboard().type("Aga");
    page.page().keyboard().press("ArrowLeft");
    page.page().keyboard().press("Backspace");
    page.page().keyboard().type("d");
    page.page().keyboard().press("Enter");
    until(page, 0, "Name? Ada\nHello Ada");
    assertThat(page.value("document.querySelector('#it').terminal.cols > 20")).isEqualTo(true);
    assertThat(page.console()).doesNotContain("Welcome.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_script_on_the_pages_thread_prints_in_its_terminal(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                Headers.PLAIN,
                """
            <script type="TYPE" terminal id="it">
            print("cols", __terminal__.cols > 20)
            </script>
            """)
            .allDone();
    page.until("(" + LINES + ")(0).startsWith('cols True')");
    page.value("document.querySelector('#it').process('print(6 * 7)')");
    page.until("(" + LINES + ")(0).includes('42')");
  }

  @Test
  void a_terminal_on_the_pages_thread_asks_as_well() {
    PyscriptPage page =
        PAGES.open(
            "py",
            Headers.PLAIN,
            "<script type=\"py\" terminal>print('Hello', input('Name? '))</script>");
    until(page, 0, "Name?");
    page.page().locator("py-terminal").click();
    page.page().keyboard().type("Ada\n");
    until(page, 0, "Hello Ada");
  }

  @Test
  void a_page_has_several_terminals() {
    PyscriptPage page =
        PAGES
            .open(
                "py",
                Headers.PLAIN,
                """
            <script type="py" terminal>print("one")</script>
            <script type="py" terminal>print("two")</script>
            """)
            .allDone();
    until(page, 0, "one");
    until(page, 1, "two");
  }

  @Test
  void micropython_goes_on_with_its_own_prompt() {
    PyscriptPage page =
        PAGES.open("mpy", Headers.PLAIN, "<script type=\"mpy\" terminal>x = 41</script>").allDone();
    until(page, 0, ">>>");
    page.page().locator("py-terminal").click();
    page.page().keyboard().type("x + 1\r");
    page.page().keyboard().press("Enter");
    page.until("(" + LINES + ")(0).includes('42')");
  }

  @Test
  void the_interactive_console_works() {
    PyscriptPage page =
        PAGES.open(
            "py",
            Headers.ISOLATED,
            "<script type=\"py\" worker terminal>\nimport code\ncode.interact(banner='Hi')\n</script>");
    until(page, 0, ">>>");
    page.page().locator("py-terminal").click();
    page.page().keyboard().type("6 * 7\n");
    until(page, 0, "42\n>>>");
  }

  @Test
  void what_screen_readers_read_is_there() {
    PyscriptPage page =
        PAGES.open(
            "mpy", Headers.PLAIN, "<script type=\"mpy\" worker terminal>print('read me')</script>");
    until(page, 0, "read me");
    page.until("document.querySelector('.xterm-accessibility')?.textContent.includes('read me')");
  }
}
