package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.packages.supply.TestWheel;

/** What a configuration does, and that its mistakes are loud. */
class ConfigurationTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<mpy-config>answer = 42</mpy-config>",
        "<mpy-config>{\"answer\": 42}</mpy-config>",
        "<mpy-config src=\"one.toml\"></mpy-config>",
        "<mpy-config src=\"one.json?v=1\"></mpy-config>",
        "<script type=\"mpy\" config=\"one.toml\"></script>",
        "<script type=\"mpy\" config='{\"answer\": 42}'></script>",
        "<script type=\"mpy\" config=\"answer = 42\"></script>"
      })
  void it_stands_in_an_element_an_attribute_or_a_file(String configuration) {
    PageServer.put("one.toml", "answer = 42");
    PageServer.put("one.json", "{\"answer\": 42}");
    PyscriptPage page =
        PAGES
            .open(
                configuration
                    + """
                <script type="mpy">
                from pyscript import config
                print(config["answer"], config["type"])
                </script>
                """)
            .allDone();
    assertThat(page.console()).contains("42 mpy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void files_are_where_python_reads_them(String type) {
    PageServer.put("data/one.txt", "one");
    PageServer.put("data/two.txt", "two");
    PageServer.put("mine.py", "answer = 42");
    PageServer.put("bundle.zip", zip("inside/text.txt", "zipped"));
    PyscriptPage page =
        PAGES
            .open(
                """
            <TYPE-config>
            [files]
            "{FROM}" = "./data"
            "{FROM}/one.txt" = ""
            "{FROM}/two.txt" = "deep/er/2.txt"
            "mine.py" = ""
            "bundle.zip" = "./bundle/*"
            </TYPE-config>
            <script type="TYPE">
            import mine
            print(open("one.txt").read(), open("deep/er/2.txt").read(), mine.answer,
                  open("bundle/inside/text.txt").read())
            </script>
            """
                    .replace("TYPE", type))
            .allDone();
    assertThat(page.console()).contains("one two 42 zipped");
  }

  @Test
  void the_older_way_to_name_files_is_understood() {
    PageServer.put("data/one.txt", "one");
    PageServer.put("data/two.txt", "two");
    PyscriptPage page =
        PAGES
            .open(
                """
            <mpy-config>
            [[fetch]]
            from = "data"
            files = ["one.txt"]
            to_folder = "folder"
            [[fetch]]
            from = "data/two.txt"
            to_file = "second.txt"
            </mpy-config>
            <script type="mpy">print(open("folder/one.txt").read(), open("second.txt").read())</script>
            """)
            .allDone();
    assertThat(page.console()).contains("one two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void modules_of_javascript_are_imported(String type) {
    PageServer.put("greeting.js", "export const greet = (name) => `Hello ${name}`;");
    PageServer.put("style.css", "body { --from-config: yes; }");
    PyscriptPage page =
        PAGES
            .open(
                """
            <TYPE-config>
            [js_modules.main]
            "./greeting.js" = "greeting"
            "./style.css" = "greeting"
            [js_modules.worker]
            "./greeting.js" = "greeting"
            </TYPE-config>
            <script type="TYPE">
            from pyscript.js_modules import greeting
            from pyscript.js_modules.greeting import greet
            print(greeting.greet("page"), greet("again"))
            </script>
            <script type="TYPE" worker>
            from pyscript.js_modules import greeting
            print(greeting.greet("worker"))
            </script>
            """
                    .replace("TYPE", type))
            .allDone();
    assertThat(page.console()).contains("Hello page Hello again", "Hello worker");
    assertThat(
            page.value("getComputedStyle(document.body).getPropertyValue('--from-config').trim()"))
        .isEqualTo("yes");
  }

  @Test
  void a_name_that_is_almost_a_key_is_shown_with_the_key_and_the_line() {
    PyscriptPage page =
        PAGES
            .open(
                "<mpy-config>\nname = 'x'\npakages = ['a']\n</mpy-config><script type=\"mpy\">print('runs')</script>")
            .allDone();
    assertThat(page.text(".py-error"))
        .contains("(PY1000)", "<mpy-config>, line 3", "pakages", "packages");
    assertThat(page.console()).contains("runs");
    PAGES.forgive();
  }

  @Test
  void a_list_where_a_table_belongs_stops_python_and_says_so() {
    PyscriptPage page =
        PAGES
            .open(
                "<mpy-config>files = ['a.txt']</mpy-config><script type=\"mpy\">print('runs')</script>")
            .allDone();
    assertThat(page.text(".py-error")).contains("(PY1000)", "files");
    assertThat(page.console()).doesNotContain("runs");
    PAGES.forgive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<mpy-config>a = </mpy-config>", "<mpy-config>{\"a\": }</mpy-config>"})
  void what_cannot_be_read_is_said(String configuration) {
    PyscriptPage page =
        PAGES.open(configuration + "<script type=\"mpy\">print('runs')</script>").allDone();
    assertThat(page.text(".py-error"))
        .startsWith("(PY1000): The configuration in <mpy-config> is not ");
    PAGES.forgive();
  }

  @Test
  void a_page_has_one_configuration_for_each_type() {
    PyscriptPage page =
        PAGES
            .open(
                "<mpy-config></mpy-config><mpy-config></mpy-config><script type=\"mpy\">1</script>")
            .allDone();
    assertThat(page.text(".py-error")).startsWith("(PY0409)");
    PAGES.forgive();
  }

  @Test
  void different_configurations_on_the_pages_thread_are_refused() {
    PyscriptPage page =
        PAGES
            .open(
                """
            <script type="mpy" config="a = 1">1</script>
            <script type="mpy" config="a = 2">1</script>
            """)
            .allDone();
    assertThat(page.text(".py-error")).contains("Unable to use different configs on main");
    PAGES.forgive();
  }

  @Test
  void a_configuration_that_comes_too_late_is_not_left_out_in_silence() {
    PyscriptPage page = PAGES.open("<script type=\"mpy\">1</script>").allDone();
    page.value("document.body.append(document.createElement('mpy-config'))");
    assertThat(page.page().locator(".py-error")).containsText("too late");
    PAGES.forgive();
  }

  @Test
  void one_that_is_added_before_python_starts_is_heeded() {
    PyscriptPage page =
        PAGES.open("<p>Nothing yet</p>").until("globalThis[Symbol.for('vivarium.pyscript')]");
    page.value(
        """
        (() => {
          const add = (name, text, type) => {
            const element = document.createElement(name);
            if (type) element.type = type;
            element.textContent = text;
            document.body.append(element);
          };
          add("mpy-config", "answer = 42");
          add("script", "from pyscript import config\\nprint(config['answer'])", "mpy");
        })()
        """);
    page.says("42");
  }

  @Test
  void a_package_that_the_page_does_not_have_is_said_with_what_to_do() {
    PyscriptPage page =
        PAGES
            .open(
                "<py-config>packages = ['nowhere']</py-config><script type=\"py\">print('runs')</script>")
            .allDone();
    assertThat(page.text(".py-error")).contains("(PY1001)", "nowhere", "vivarium build");
    PAGES.forgive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_wheel_beside_the_page_is_a_package(String type) {
    PageServer.put(
        "tiny-1.0-py3-none-any.whl",
        TestWheel.of("tiny", "1.0").file("tiny/__init__.py", "answer = 42").bytes());
    PyscriptPage page =
        PAGES
            .open(
                "<TYPE-config>packages = ['./tiny-1.0-py3-none-any.whl']</TYPE-config><script type=\"TYPE\">import tiny; print(tiny.answer)</script>"
                    .replace("TYPE", type))
            .allDone();
    assertThat(page.console()).contains("42");
  }

  private static byte[] zip(String name, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
