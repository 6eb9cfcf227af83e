package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the manual promises to authors who restyle and script their pages. */
class CustomizingTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String DOCUMENT =
      """
      # Page

      ```python {run #cell}
      print("printed")
      6 * 7
      ```

      ```python {run raises #fails}
      1 / 0
      ```

      ```python {run #free readonly=false height=3em}
      free = True
      ```

      ```python {run #below output=below}
      "below"
      ```

      <div id="html-place"></div>

      ```python {run #to-html output=#html-place toolbar=none}
      "in HTML"
      ```

      ```python {norun output=#group}
      shown = "code"
      ```

      ```python {run #to-group output=#group}
      "in a group"
      ```

      ::: {#group}
      Output:
      :::
      """;

  private static final String DEFAULTS =
      "---\nformat: [page, slides]\ncell:\n  readonly: true\n  output: beside\n---\n\n";

  private static String url = "";

  @BeforeAll
  static void build() {
    url =
        new WrittenSite()
            .with("plain.md", "---\nformat: page\n---\n\n" + DOCUMENT)
            .with("defaults.md", DEFAULTS + DOCUMENT)
            .build()
            .serve();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static Page open(String name) {
    return open(name, 1280, 720);
  }

  private static Page open(String name, int width, int height) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(width, height));
    page.navigate(url + name);
    page.evaluate(
        "import(document.querySelector('script[src$=\"/vivarium.js\"]').src)"
            + ".then((module) => void Object.assign(window, module))");
    return page;
  }

  @Test
  void a_script_runs_a_cell_and_learns_what_came_of_it() {
    Page page = open("plain.html");
    assertThat(page.evaluate("cells.get('cell').run().then((r) => [r.status, r.outputs])"))
        .hasToString(
            "[done, [{output_type=stream, name=stdout, text=printed\n},"
                + " {output_type=execute_result, data={text/plain=42}}]]");
    assertThat(page.evaluate("cells.get('cell').outputs.length")).isEqualTo(2);
    assertThat(page.evaluate("cells.get('fails').run().then((r) => r.outputs[0].traceback.at(-1))"))
        .isEqualTo("ZeroDivisionError: division by zero");
    assertThat(page.evaluate("cells.all().length")).isEqualTo(6);
    assertThat(page.evaluate("cells.get('nowhere')")).isNull();
  }

  @Test
  void a_script_knows_what_python_took_away_and_changed_later() {
    Page page = open("plain.html");
    String code =
        """
        from IPython.display import clear_output, display, update_display
        print('gone')
        display(1, display_id='value')
        clear_output(wait=True)
        display(2, display_id='value')
        update_display(3, display_id='value')
        """;
    String shown = "[[display_data, value, 3]]";
    String outputs =
        ".then((r) => r.outputs.map((o) => [o.output_type, o.display_id, o.data['text/plain']]))";
    assertThat(page.evaluate("(code) => kernel.run(code)" + outputs, code)).hasToString(shown);
    page.evaluate("(code) => { cells.get('cell').code = code; }", code);
    assertThat(page.evaluate("cells.get('cell').run()" + outputs)).hasToString(shown);
    assertThat(new CellDriver(page, "cell").outputText()).isEqualTo("3");
  }

  @Test
  void a_run_that_is_prevented_stopped_or_reset_comes_to_an_end_too() {
    Page page = open("plain.html");
    page.evaluate("document.addEventListener('viv:run', (e) => e.preventDefault(), {once: true})");
    assertThat(page.evaluate("cells.get('cell').run().then((r) => r.status)"))
        .isEqualTo("prevented");
    page.evaluate("cells.get('cell').code = 'while True: pass'");
    page.evaluate("void (window.ended = cells.get('cell').run())");
    new CellDriver(page, "cell").reaches("running");
    page.evaluate("cells.get('cell').stop()");
    assertThat(page.evaluate("ended.then((r) => r.status)")).isEqualTo("stopped");
    page.evaluate("void (window.ended = cells.get('cell').run())");
    new CellDriver(page, "cell").reaches("running");
    page.evaluate("cells.get('cell').reset()");
    assertThat(page.evaluate("ended.then((r) => r.status)")).isEqualTo("stopped");
  }

  @Test
  void each_step_is_an_event() {
    Page page = open("plain.html");
    page.evaluate(
        """
        () => {
          window.seen = [];
          for (const name of ["run", "output", "error", "done", "state", "change", "reset"]) {
            document.addEventListener("viv:" + name, ({ detail }) => {
              seen.push([name, ...Object.values(detail).slice(1).filter((v) => typeof v === "string")].join(" "));
            });
          }
        }
        """);
    page.evaluate("cells.get('fails').code = '1/0'");
    page.evaluate("kernel.start()");
    Eventually.holds(page, "kernel.state === 'ready'");
    page.evaluate("cells.get('fails').run()");
    page.evaluate("cells.get('fails').reset()");
    assertThat(page.evaluate("seen.join('; ')"))
        .isEqualTo(
            "change 1/0; run 1/0; state queued; state running; output;"
                + " error ZeroDivisionError division by zero; state failed; done failed;"
                + " reset; change 1 / 0; state ready");
  }

  @Test
  void a_listener_may_run_other_code_than_the_reader_sees() {
    Page page = open("plain.html");
    page.evaluate("document.addEventListener('viv:run', (e) => e.detail.code = '\"other\"')");
    CellDriver cell = new CellDriver(page, "cell").run();
    assertThat(cell.outputText()).isEqualTo("'other'");
    assertThat(page.evaluate("cells.get('cell').code")).isEqualTo("print(\"printed\")\n6 * 7");
  }

  @Test
  void a_reset_can_be_prevented() {
    Page page = open("plain.html");
    page.evaluate("cells.get('cell').code = '1'");
    page.evaluate("document.addEventListener('viv:reset', (e) => e.preventDefault())");
    page.evaluate("cells.get('cell').reset()");
    assertThat(page.evaluate("cells.get('cell').code")).isEqualTo("1");
  }

  @Test
  void a_script_runs_code_that_no_cell_shows() {
    Page page = open("plain.html");
    assertThat(
            page.evaluate(
                "kernel.run('x = 1\\nprint(x)').then((r) => [r.status, r.outputs[0].text])"))
        .isEqualTo(List.of("done", "1\n"));
    assertThat(
            page.evaluate(
                "kernel.run('x', {env: 'other'}).then((r) => [r.status, r.outputs[0].ename])"))
        .isEqualTo(List.of("failed", "NameError"));
    assertThat(page.locator("#cell .viv-output")).not().isEmpty();
  }

  @Test
  void variables_cross_as_json_and_leave_nothing_behind() {
    Page page = open("plain.html");
    assertThat(
            page.evaluate(
                """
                async () => {
                  const value = { text: 'é "\\u2028\\n\\\\ 😀', list: [1, 2.5, null, true] };
                  await kernel.set("value", value);
                  await kernel.run("tuple_ = (1, 2); set_ = {3}; before = sorted(globals())");
                  await kernel.get("value");
                  await kernel.run("left = sorted(set(globals()) - set(before) - {'before'})");
                  return JSON.stringify([
                    await kernel.get("value"), await kernel.get("tuple_"), await kernel.get("set_"),
                    await kernel.get("left"),
                  ]);
                }
                """))
        .isEqualTo(
            "[{\"text\":\"é \\\"\u2028\\n\\\\ 😀\",\"list\":[1,2.5,null,true]},[1,2],[3],[]]");
  }

  @Test
  void what_cannot_cross_is_refused_with_a_reason() {
    Page page = open("plain.html");
    String refused = "(promise) => promise.then(() => 'crossed', (error) => error.message)";
    page.evaluate("void (window.refused = " + refused + ")");
    assertThat(page.evaluate("refused(kernel.get('nowhere'))"))
        .isEqualTo("NameError: name 'nowhere' is not defined");
    page.evaluate("kernel.run('thing = object(); nan = float(\"nan\")')");
    assertThat((String) page.evaluate("refused(kernel.get('thing'))"))
        .isEqualTo("TypeError: a value of type object cannot be given to the page's scripts");
    assertThat((String) page.evaluate("refused(kernel.get('nan'))")).startsWith("ValueError");
    assertThat(page.evaluate("refused(kernel.get('__import__(\"os\")'))"))
        .isEqualTo("__import__(\"os\") is no name of a variable.");
    assertThat(page.evaluate("refused(kernel.set('x', () => 1))"))
        .isEqualTo("This value has no JSON.");
  }

  @Test
  void output_stands_elsewhere_before_and_after_it_is_live() {
    Page page = open("plain.html");
    assertThat(page.locator("#group .viv-output[data-output-of=to-group]")).hasText("'in a group'");
    assertThat(page.locator("#html-place .viv-output")).hasText("'in HTML'");
    assertThat(page.locator("#to-html .viv-output")).hasCount(0);
    page.evaluate("cells.get('to-html').code = '1 + 1'");
    page.evaluate("cells.get('to-html').run()");
    assertThat(page.locator("#html-place .viv-output")).hasText("2");
    assertThat(page.locator("#to-html .viv-toolbar button")).hasCount(0);
  }

  @Test
  void the_front_matter_says_what_holds_for_all_cells_and_a_cell_may_say_otherwise() {
    Page page = open("defaults.html");
    assertThat(page.locator("#cell")).hasAttribute("data-readonly", "");
    assertThat(page.locator("#cell")).hasAttribute("data-output", "beside");
    assertThat(page.locator("#free")).not().hasAttribute("data-readonly", "");
    assertThat(page.locator("#below")).not().hasAttribute("data-output", "beside");
  }

  @Test
  void output_beside_stands_below_on_a_phone() {
    Page page = open("defaults.html", 390, 844);
    BoundingBox code = page.locator("#cell .viv-source").boundingBox();
    BoundingBox output = page.locator("#cell .viv-output").boundingBox();
    assertThat(output.x).isEqualTo(code.x);
    assertThat(output.y).isGreaterThan(code.y + code.height);
  }

  @Test
  void every_property_the_manual_names_is_there() throws IOException {
    String manual = Files.readString(Path.of("../docs/customizing.md"));
    Page page = open("defaults.slides.html");
    Matcher name = Pattern.compile("`(--viv-[a-z-]+[a-z])`").matcher(manual);
    Set<String> names = new TreeSet<>();
    name.results().forEach(found -> names.add(found.group(1)));
    String sources =
        (String)
            page.evaluate(
                """
                async () => {
                  const links = Array.from(document.querySelectorAll("link[rel=stylesheet]"));
                  return (await Promise.all(links.map(async ({ href }) => (await fetch(href)).text()))).join();
                }
                """);
    assertThat(names)
        .hasSizeGreaterThan(30)
        .allSatisfy(property -> assertThat(sources).contains(property));
  }

  @Test
  void the_types_are_beside_the_script() {
    Page page = open("plain.html");
    assertThat(
            (String)
                page.evaluate(
                    "fetch(document.querySelector('script[src$=\"/vivarium.js\"]').src"
                        + ".replace(/js$/, 'd.ts')).then((answer) => answer.text())"))
        .contains("export const kernel");
  }
}
