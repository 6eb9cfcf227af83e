package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Editors: code that a reader changes and runs. */
class EditorsTest {
  private static final LocatorAssertions.HasTextOptions PATIENT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @RegisterExtension static final Pages PAGES = new Pages();

  private static Locator run(PyscriptPage page, int index) {
    Locator button = page.page().locator("[data-kind=run]").nth(index);
    button.click();
    return page.page().locator("[class$=editor-output]").nth(index);
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN", "mpy,ISOLATED"})
  void what_code_prints_and_displays_stands_below_it(String type, Headers headers) {
    PyscriptPage page =
        PAGES.open(
            type,
            headers,
            """
            <script type="TYPE-editor">
            from pyscript import display
            print("<b>printed</b>")
            display("displayed")
            </script>
            """);
    assertThat(run(page, 0)).hasText("<b>printed</b>displayed", PATIENT);
    assertThat(page.page().locator(type + "-editor-code")).hasCount(0);
    assertThat(
            page.value(
                "document.querySelector('script[type=\"" + type + "-editor-active\"]') !== null"))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "mpy,PLAIN"})
  void a_second_run_begins_with_an_empty_output_and_the_same_names(String type, Headers headers) {
    PyscriptPage page =
        PAGES.open(
            type,
            headers,
            "<script type=\"TYPE-editor\">\ntry:\n    n += 1\nexcept NameError:\n    n = 1\nprint(n)\n</script>");
    assertThat(run(page, 0)).hasText("1", PATIENT);
    assertThat(run(page, 0)).hasText("2", PATIENT);
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "mpy,ISOLATED"})
  void editors_of_one_environment_share_names_and_setup(String type, Headers headers) {
    PyscriptPage page =
        PAGES.open(
            type,
            headers,
            """
            <script type="TYPE-editor" env="one" setup>x = 40</script>
            <script type="TYPE-editor" env="one">y = x + 2</script>
            <script type="TYPE-editor" env="one">print(y)</script>
            <script type="TYPE-editor">print("y" in globals())</script>
            """);
    run(page, 0);
    assertThat(run(page, 1)).hasText("42", PATIENT);
    assertThat(run(page, 2)).hasText("False", PATIENT);
    assertThat(page.page().locator("[data-kind=run]")).hasCount(3);
  }

  @Test
  void what_goes_wrong_is_text_with_its_line() {
    PyscriptPage page =
        PAGES.open(
            "mpy",
            Headers.PLAIN,
            "<script type=\"mpy-editor\" id=\"mine\">\nx = 1\nraise ValueError('<img src=x>')\n</script>");
    assertThat(run(page, 0))
        .containsText(
            "ValueError: <img src=x>",
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(page.text(".py-stderr")).contains("File \"#mine\", line 2");
    assertThat(page.page().locator("mpy-editor img")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"py,PLAIN", "py,ISOLATED", "mpy,PLAIN"})
  void input_is_asked_in_the_output(String type, Headers headers) {
    PyscriptPage page =
        PAGES.open(
            type,
            headers,
            "<script type=\"TYPE-editor\">\nprint('Hello', input('Name? '))\n</script>");
    Locator output = run(page, 0);
    page.page().getByLabel("Name?").fill("Ada");
    page.page().getByLabel("Name?").press("Enter");
    assertThat(output).hasText("Name? AdaHello Ada", PATIENT);
  }

  @Test
  void the_code_can_be_changed_and_put_back() {
    PyscriptPage page =
        PAGES.open(
            "mpy", Headers.PLAIN, "<script type=\"mpy-editor\" id=\"mine\">print(1)</script>");
    Locator reset = page.page().locator("[data-kind=reset]");
    assertThat(reset).isHidden();
    page.page().locator(".cm-content").click();
    page.page().keyboard().press("Control+End");
    page.page().keyboard().type("\nprint(2)");
    page.page().keyboard().press("Control+Enter");
    assertThat(page.page().locator(".mpy-editor-output")).hasText("12", PATIENT);
    assertThat(page.value("document.querySelector('#mine').code")).isEqualTo("print(1)\nprint(2)");
    reset.click();
    assertThat(page.value("document.querySelector('#mine').code")).isEqualTo("print(1)");
    assertThat(reset).isHidden();
  }

  @Test
  void read_only_code_runs_and_is_not_changed() {
    PyscriptPage page =
        PAGES.open(
            "mpy",
            Headers.PLAIN,
            "<script type=\"mpy-editor\" id=\"mine\" readonly>print(1)</script>");
    page.page().locator(".cm-content").click();
    page.page().keyboard().type("x");
    assertThat(page.value("document.querySelector('#mine').code")).isEqualTo("print(1)");
    assertThat(run(page, 0)).hasText("1", PATIENT);
  }

  @Test
  void height_and_rows_are_kept() {
    PyscriptPage page =
        PAGES.open(
            "mpy",
            Headers.PLAIN,
            "<script type=\"mpy-editor\" height=\"200px\">1</script><script type=\"mpy-editor\" rows=\"3\">1\n2\n3\n4\n5\n6\n7\n8</script>");
    assertThat(page.page().locator(".cm-editor").first().boundingBox().height).isEqualTo(200);
    assertThat(page.page().locator(".cm-editor").nth(1).boundingBox().height).isLessThan(100);
  }

  @Test
  void target_and_output_are_elements_of_the_page() {
    PyscriptPage page =
        PAGES.open(
            "mpy",
            Headers.PLAIN,
            """
            <script type="mpy-editor" target="here" output="there" onbeforerun="print('before')">print(1)</script>
            <div id="here"></div><div id="there"></div>
            """);
    assertThat(page.page().locator("#here .cm-editor")).isVisible();
    page.page().locator("[data-kind=run]").click();
    assertThat(page.page().locator("#there")).hasText("before1", PATIENT);
  }

  @Test
  void javascript_runs_code_reads_it_and_can_refuse() {
    PyscriptPage page =
        PAGES.open(
            "mpy", Headers.PLAIN, "<script type=\"mpy-editor\" id=\"mine\">print(1)</script>");
    assertThat(page.page().locator(".cm-editor")).isVisible();
    page.value("document.querySelector('#mine').process('print(2)', true)");
    assertThat(page.page().locator(".mpy-editor-output")).hasText("2", PATIENT);
    page.value(
        "void (document.querySelector('#mine').handleEvent = (event) => { window.seen = event.code; return false; })");
    page.page().locator("[data-kind=run]").click();
    page.until("window.seen === 'print(1)'");
    assertThat(page.page().locator(".mpy-editor-output")).hasText("2");
  }

  @ParameterizedTest
  @EnumSource(Headers.class)
  void stop_ends_what_waits_and_keeps_the_names(Headers headers) {
    PyscriptPage page =
        PAGES.open(
            "py",
            headers,
            """
            <script type="py-editor" env="one">
            import asyncio
            kept = 1
            print("waits")
            await asyncio.sleep(1000)
            </script>
            <script type="py-editor" env="one">print(kept)</script>
            """);
    assertThat(run(page, 0)).hasText("waits", PATIENT);
    page.page().locator("[data-kind=run]").first().click();
    assertThat(page.page().locator("[data-running]")).hasCount(0);
    assertThat(run(page, 1)).hasText("1", PATIENT);
  }

  @ParameterizedTest
  @EnumSource(Headers.class)
  void stop_ends_what_computes(Headers headers) {
    PyscriptPage page =
        PAGES.open(
            "py",
            headers,
            """
            <script type="py-editor">
            if "kept" not in globals():
                kept = 1
                print("computes")
                while True:
                    pass
            print("kept")
            </script>
            """);
    assertThat(run(page, 0)).hasText("computes", PATIENT);
    page.page().locator("[data-kind=run]").first().click();
    assertThat(page.page().locator("[data-running]")).hasCount(0);
    if (headers == Headers.ISOLATED) { // Memory that is shared brings Stop to Python.
      assertThat(run(page, 0)).hasText("kept", PATIENT);
    } else {
      assertThat(page.page().locator(".py-editor-output")).containsText("its variables are gone");
    }
  }

  @Test
  void setup_runs_when_the_page_is_loaded() {
    PAGES
        .open(
            "mpy",
            Headers.PLAIN,
            "<script type=\"mpy-editor\" env=\"one\" setup>print('set up')</script>")
        .says("set up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void an_environment_has_one_configuration_unless_an_editor_begins_it_anew(String type) {
    PyscriptPage page =
        PAGES.open(
            type,
            Headers.PLAIN,
            """
            <script type="TYPE-editor" env="a" config='{"number": 1}'>
            from pyscript import config
            print(config["number"])
            </script>
            <script type="TYPE-editor" env="a" config='{"number": 2}'>print("never seen")</script>
            <script type="TYPE-editor" env="a" config='{"number": 3}' env-override>
            from pyscript import config
            print(config["number"])
            </script>
            """);
    assertThat(page.page().locator(".py-error")).containsText("env=\"a\" has a configuration");
    assertThat(page.page().locator(".py-error")).containsText("(PY0409)");
    assertThat(run(page, 0)).hasText("1", PATIENT);
    assertThat(run(page, 1)).hasText("3", PATIENT);
    PAGES.forgive();
  }
}
