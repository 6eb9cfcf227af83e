package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts on the page's thread. */
class ScriptsTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void each_script_displays_in_an_element_after_it(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="TYPE">
              from pyscript import display
              display("one", 1)
            </script>
            <p>between</p>
            <script type="TYPE">display("<b>two</b>")</script>
            """)
            .allDone();
    assertThat(page.value("document.querySelector('script-py').previousElementSibling.localName"))
        .isEqualTo("script");
    assertThat(page.page().locator("#" + type + "-0 > div")).hasText(new String[] {"one", "1"});
    assertThat(page.page().locator("#" + type + "-1 > div")).hasText("<b>two</b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void scripts_share_their_names_and_begin_in_their_order(String type) {
    PageServer.put("first.py", "shared = [1]\nprint(\"first\")\n");
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="TYPE" src="first.py"></script>
            <script type="TYPE">shared.append(2); print("second", shared)</script>
            """)
            .allDone();
    assertThat(page.console()).containsSubsequence("first", "second [1, 2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void events_tell_of_each_script_and_of_all(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script>
            addEventListener("TYPE:ready", (event) => (window.first = [event.target.id, event.detail.worker]));
            </script>
            <script type="TYPE" id="it">
            import asyncio
            await asyncio.sleep(0.01)
            print("over")
            </script>
            """)
            .allDone();
    assertThat(page.value("first")).asString().isEqualTo("[it, false]");
    assertThat(page.value("told.filter((each) => !each.endsWith('progress')).join()"))
        .isEqualTo("TYPE:ready,TYPE:done,py:all-done".replace("TYPE", type));
    assertThat(page.console()).contains("over");
  }

  @Test
  void progress_is_told_in_the_words_that_pages_look_for() {
    PyscriptPage page =
        PAGES
            .open(
                "py",
                """
            <script>
            window.words = [];
            addEventListener("py:progress", (event) => words.push(event.detail));
            </script>
            <script type="py">x = 1</script>
            """)
            .allDone();
    assertThat(page.value("words.join()"))
        .asString()
        .startsWith("Loading Pyodide,")
        .endsWith(",Loaded Pyodide");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_target_can_be_chosen(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <div id="here"></div>
            <div class="there"></div>
            <script type="TYPE" target="here">
            from pyscript import display
            display("a")
            display("b", target="#other")
            </script>
            <script type="TYPE" target=".there">display("c")</script>
            <div id="other"></div>
            """)
            .allDone();
    assertThat(page.text("#here")).isEqualTo("a");
    assertThat(page.text("#other")).isEqualTo("b");
    assertThat(page.text(".there")).isEqualTo("c");
    assertThat(page.value("document.querySelectorAll('script-py').length")).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void scripts_that_wait_display_in_their_own_elements(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="py">from pyscript import display</script>
            <script type="py">
            import asyncio
            await asyncio.sleep(0.2)
            display("late")
            </script>
            <script type="py">display("early")</script>
            """)
            .allDone();
    assertThat(page.text("#py-1")).isEqualTo("late");
    assertThat(page.text("#py-2")).isEqualTo("early");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void an_error_is_shown_as_text_with_the_place_in_the_script(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="TYPE" id="wrong">
              def f():
                  raise ValueError("<img src=x onerror=alert(1)>")

              f()
            </script>
            """)
            .allDone();
    String shown = page.text(".py-error");
    assertThat(shown)
        .contains("File \"#wrong\", line 4, in <module>")
        .contains("File \"#wrong\", line 2, in f")
        .endsWith("ValueError: <img src=x onerror=alert(1)>")
        .doesNotContain("_pyodide", "pyscript/");
    assertThat(page.value("document.querySelectorAll('.py-error img').length")).isEqualTo(0);
    assertThat(page.value("document.body.lastElementChild.className")).isEqualTo("py-error");
    PAGES.forgive(); // The error is in the console, too.
  }

  @Test
  void a_page_can_keep_errors_to_itself() {
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                """
            <script>
            addEventListener("py:error", (event) => {
              event.preventDefault();
              window.heard = event.detail.message;
            });
            </script>
            <script type="mpy">1/0</script>
            """)
            .allDone();
    assertThat(page.value("heard")).asString().contains("ZeroDivisionError");
    assertThat(page.page().locator(".py-error")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_script_has_code_or_a_source_but_not_both(String type) {
    PageServer.put("source.py", "print(\"from the file\")");
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="TYPE" src="source.py">print("inline")</script>
            <script type="TYPE" src="source.py"># A comment is no code.
            </script>
            """)
            .allDone();
    assertThat(page.text(".py-error")).startsWith("(PY0409): Invalid content for <script type=");
    assertThat(page.page().locator(".py-error")).hasCount(1);
    assertThat(page.console()).contains("from the file").doesNotContain("inline");
    PAGES.forgive();
  }

  @Test
  void a_source_that_is_missing_is_said() {
    PyscriptPage page =
        PAGES.open("mpy", "<script type=\"mpy\" src=\"nowhere.py\"></script>").allDone();
    assertThat(page.text(".py-error"))
        .isEqualTo(
            "(PY0404): Fetching from URL nowhere.py failed with error 404 (Not Found). "
                + "Are your filename and path correct?");
    PAGES.forgive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void the_older_tag_is_its_own_target(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <TYPE-script>
            from pyscript import display
            display("in the tag")
            </TYPE-script>
            """)
            .allDone();
    assertThat(page.text("#" + type + "-0")).isEqualTo("in the tag");
    assertThat(page.value("document.querySelector('#" + type + "-0').localName"))
        .isEqualTo(type + "-script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void scripts_that_are_added_later_run(String type) {
    PyscriptPage page =
        PAGES.open(type, "<script type=\"TYPE\">from pyscript import display</script>").allDone();
    page.value(
        """
        (() => {
          const script = document.createElement("script");
          script.type = "%s";
          script.textContent = "display('added')";
          document.body.append(script);
        })()
        """
            .formatted(type));
    assertThat(page.page().locator("#" + type + "-1")).hasText("added");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void attributes_name_functions_for_events(String type) {
    PyscriptPage page =
        PAGES.open(
            type,
            """
            <form TYPE-submit="forms.sent"><button id="send" TYPE-click="clicked">Send</button></form>
            <script type="TYPE">
            from pyscript import display
            def clicked(event):
                display(event.type)
            class forms:
                def sent(event):
                    event.preventDefault()
                    display("sent")
            </script>
            """);
    page.allDone().page().locator("#send").click();
    assertThat(page.page().locator("#" + type + "-0 > div"))
        .hasText(new String[] {"click", "sent"});
  }

  @Test
  void a_handler_that_is_not_there_is_said_with_the_nearest_name() {
    PyscriptPage page =
        PAGES.open(
            "py",
            """
            <button id="send" py-click="clikced">Send</button>
            <script type="py">
            def clicked(event): pass
            </script>
            """);
    page.allDone().page().locator("#send").click();
    assertThat(page.page().locator(".py-error")).containsText("clicked");
    PAGES.forgive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void what_is_printed_goes_to_the_console_or_to_the_page(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="TYPE">print("in", "the console")</script>
            <script type="TYPE" print="page">print("<i>on the page</i>")</script>
            """)
            .allDone();
    page.says("in the console");
    assertThat(page.text("#" + type + "-1").strip()).isEqualTo("<i>on the page</i>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_task_that_fails_and_that_nobody_waits_for_is_shown(String type) {
    PyscriptPage page =
        PAGES.open(
            type,
            """
            <script type="TYPE">
            import asyncio
            async def fail():
                1 / 0
            task = asyncio.create_task(fail())
            await asyncio.sleep(0.01)
            del task
            </script>
            """);
    assertThat(page.page().locator(".py-error"))
        .containsText(
            "ZeroDivisionError", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    PAGES.forgive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void standard_error_goes_to_the_console(String type) {
    PyscriptPage page =
        PAGES.open(
            type, "<script type=\"TYPE\">import sys; print('careful', file=sys.stderr)</script>");
    page.says("careful");
    PAGES.forgive();
  }

  @Test
  void javascript_learns_what_went_wrong_in_python() {
    PyscriptPage page =
        PAGES
            .open(
                "py",
                """
            <script type="py">
            import js
            from pyodide.ffi import create_proxy
            js.fail = create_proxy(lambda: 1 / 0)
            </script>
            """)
            .allDone();
    assertThat(page.value("(() => { try { fail(); } catch (error) { return error.message; } })()"))
        .asString()
        .contains("ZeroDivisionError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void scripts_that_wait_at_the_same_time_display_each_in_its_own_place(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script>globalThis.later = (text) => new Promise((wake) => setTimeout(wake, 20, text));</script>
            <script type="TYPE">
            import asyncio
            from pyscript import display, window
            display(await window.later("first"))
            await asyncio.sleep(0.05)
            display("first again")
            </script>
            <script type="TYPE">
            import asyncio
            from pyscript import display, window
            await asyncio.sleep(0.01)
            display("second")
            display(await window.later("second again"))
            </script>
            """)
            .allDone();
    assertThat(page.text("#" + type + "-0")).isEqualTo("first\nfirst again");
    assertThat(page.text("#" + type + "-1")).isEqualTo("second\nsecond again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " worker"})
  void a_file_that_is_missing_is_said_and_nobody_waits_for_it_for_ever(String worker) {
    PyscriptPage page =
        PAGES
            .open("mpy", "<script type=\"mpy\"" + worker + " src=\"nowhere.py\"></script>")
            .allDone();
    assertThat(page.page().locator(".py-error").allInnerTexts())
        .singleElement()
        .asString()
        .contains("(PY0404)", "nowhere.py");
    assertThat(page.value("told.join()")).asString().contains("py:error", "mpy:done");
    PAGES.forgive();
  }
}
