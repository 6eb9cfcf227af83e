package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Scripts in workers, which see the page whatever headers it has. */
class WorkersTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void a_worker_displays_and_changes_the_page(String type, Headers headers) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                headers,
                """
            <p id="title">Before</p>
            <script type="TYPE" worker>
            from pyscript import RUNNING_IN_WORKER, current_target, display, document, window
            display(RUNNING_IN_WORKER, current_target())
            title = document.querySelector("#title")
            title.textContent = title.textContent + " and after, " + document.title
            window.seen = window.location.href
            </script>
            """)
            .allDone();
    assertThat(page.value("crossOriginIsolated")).isEqualTo(headers == Headers.ISOLATED);
    assertThat(page.page().locator("#" + type + "-w0-target > div"))
        .hasText(new String[] {"True", type + "-w0-target"});
    assertThat(page.value("document.getElementById('" + type + "-w0-target').localName"))
        .isEqualTo("script-" + type);
    assertThat(page.text("#title")).isEqualTo("Before and after, A page");
    assertThat(page.value("seen === location.href")).isEqualTo(true);
    assertThat(page.value("told.filter((each) => /ready|done/.test(each)).join()"))
        .isEqualTo("TYPE:ready,TYPE:done,py:all-done".replace("TYPE", type));
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void input_asks_the_reader(String type, Headers headers) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                headers,
                """
            <script>window.prompt = (text) => text + " Ada";</script>
            <script type="TYPE" worker>
            print("Answer:", input("Who?"))
            </script>
            """)
            .allDone();
    assertThat(page.console()).contains("Answer: Who? Ada");
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void handlers_of_the_pages_events_run_in_the_worker(String type, Headers headers) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                headers,
                """
            <button id="press">0</button>
            <script type="TYPE" worker>
            from pyscript import document, when
            @when("click", "#press")
            def pressed(event):
                button = event.currentTarget
                button.textContent = str(int(button.textContent) + 1)
            </script>
            """)
            .allDone();
    page.page().locator("#press").click();
    assertThat(page.page().locator("#press")).hasText("1");
    page.page().locator("#press").click();
    assertThat(page.page().locator("#press")).hasText("2");
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void each_side_calls_functions_of_the_other(String type, Headers headers) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                headers,
                """
            <script type="TYPE" worker name="adder">
            from pyscript import sync
            __export__ = ["add", "late"]
            def add(one, other):
                return one + other
            async def late(values):
                import asyncio
                await asyncio.sleep(0.01)
                return values.length
            </script>
            <script type="mpy">
            from pyscript import workers
            adder = await workers["adder"]
            print(await adder.add(1, 2), await adder.add("a", "b"), await adder.late([1, 2, 3]))
            </script>
            """)
            .allDone();
    assertThat(page.console()).contains("3 ab 3");
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void a_worker_calls_what_the_page_lends_it(String type, Headers headers) {
    PageServer.put(
        "worker-" + type + ".py",
        """
        from pyscript import sync
        print("The page says", sync.double(21))
        def shout(text):
            return text.upper()
        sync.shout = shout
        """);
    PyscriptPage page =
        PAGES
            .open(
                type,
                headers,
                """
            <script type="module">
            import { MPWorker, PyWorker } from "./pyscript/core.js";
            const start = { py: PyWorker, mpy: MPWorker }["TYPE"];
            const starting = start("worker-TYPE.py", { double: 0 });
            const worker = await starting;
            worker.sync.double = async (value) => 2 * value;
            window.shouted = await worker.sync.shout("done");
            </script>
            """)
            .until("globalThis.shouted");
    assertThat(page.value("shouted")).isEqualTo("DONE");
    assertThat(page.console()).contains("The page says 42");
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN"})
  void an_error_in_a_worker_is_shown_with_its_place(String type, Headers headers) {
    PyscriptPage page =
        PAGES
            .open(
                type, headers, "<script type=\"TYPE\" worker id=\"bad\">\nx = 1\nx / 0\n</script>")
            .allDone();
    assertThat(page.text(".py-error"))
        .contains("File \"#bad\", line 2, in <module>")
        .contains("ZeroDivisionError")
        .doesNotContain("_pyodide");
    PAGES.forgive();
  }

  @Test
  void answers_of_any_length_come_whole() {
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                Headers.ISOLATED,
                """
            <script>window.long = "ä".repeat(1500000) + "!";</script>
            <script type="mpy" worker>
            from pyscript import window
            text = window.long
            print(len(text), text[-1])
            </script>
            """)
            .allDone();
    assertThat(page.console()).contains("1500001 !");
  }

  @Test
  void workers_without_a_configuration_have_the_pages() {
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                Headers.PLAIN,
                """
            <mpy-config>name = "ours"</mpy-config>
            <script type="mpy" worker>
            from pyscript import config
            print(config["name"], config["type"])
            </script>
            <script type="mpy" worker config='{"name": "own"}'>
            from pyscript import config
            print(config["name"])
            </script>
            """)
            .allDone();
    assertThat(page.console()).contains("ours mpy", "own");
  }

  @Test
  void a_worker_that_python_names_is_a_script_of_the_page() {
    PageServer.put("named.py", "__export__ = ['double']\ndef double(n):\n    return 2 * n\n");
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                Headers.PLAIN,
                """
            <script type="mpy">
            from pyscript import create_named_worker, workers
            made = await create_named_worker("named.py", name="made", type="mpy")
            again = await workers["made"]
            print(await made.double(20), await again.double(21))
            </script>
            """)
            .allDone();
    page.says("40 42");
    assertThat(page.value("document.querySelector('script[worker][name=made]').id"))
        .isEqualTo("mpy-w0");
  }
}
