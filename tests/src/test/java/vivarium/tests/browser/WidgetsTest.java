package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Widgets in pages: what readers do with them, and what Python does. */
class WidgetsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void nothingWentWrong() {
    WidgetSite.server().reset();
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void scripts_for_widgets_are_loaded_with_the_first_of_them() {
    Page page = visit("knobs.html");
    CellDriver knob = new CellDriver(page, "knob");
    assertThat(knob.outputText())
        .as("what the build shows")
        .isEqualTo("Controls appear here when this cell runs.");
    new CellDriver(page, "plain").run();
    assertThat(WidgetSite.server().asked("widgets.js")).isZero();
    assertThat(handle(knob.run().output())).hasAttribute("aria-valuenow", "3.0");
    assertThat(WidgetSite.server().asked("widgets.js")).isEqualTo(1);
  }

  @Test
  void a_packed_page_has_them_too() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setOffline(true));
    page.navigate(WidgetSite.packed().toUri().toString());
    CellDriver knob = new CellDriver(page, "knob").run();
    handle(knob.output()).press("ArrowRight");
    assertThat(handle(knob.output())).hasAttribute("aria-valuenow", "4.0");
    assertThat(knob.output()).containsText("turned to 4");
  }

  @Test
  void all_views_of_a_value_and_python_stay_together() {
    Page page = visit("knobs.html");
    CellDriver knob = new CellDriver(page, "knob").run();
    CellDriver other = new CellDriver(page, "other").run();
    handle(knob.output()).press("ArrowRight");
    assertThat(handle(other.output())).hasAttribute("aria-valuenow", "4.0");
    assertThat(knob.output()).containsText("turned to 4");
    assertThat(new CellDriver(page, "plain").type("knob.value").run().outputText()).isEqualTo("4");
    new CellDriver(page, "plain").type("knob.turn(9)").run();
    assertThat(handle(knob.output())).hasAttribute("aria-valuenow", "9.0");
    assertThat(handle(other.output())).hasAttribute("aria-valuenow", "9.0");
    assertThat(other.output()).not().containsText("turned");
  }

  @Test
  void a_callback_that_fails_says_so_in_the_cell_of_its_widget_and_others_go_on() {
    Page page = visit("knobs.html");
    CellDriver knob = new CellDriver(page, "knob").run();
    new CellDriver(page, "plain")
        .type("knob.callbacks.insert(0, lambda value: 1 / (value - 4))")
        .run();
    handle(knob.output()).press("ArrowRight");
    assertThat(knob.output()).containsText("ZeroDivisionError");
    handle(knob.output()).press("ArrowRight");
    assertThat(knob.output()).containsText("turned to 5");
  }

  @Test
  void widgets_are_heard_while_a_cell_waits_and_outlive_stop() {
    Page page = visit("knobs.html");
    CellDriver knob = new CellDriver(page, "knob").run();
    CellDriver waiting = new CellDriver(page, "plain").type("import time\ntime.sleep(1000)");
    waiting.locator().locator("[data-action=run]").click();
    waiting.reaches("running");
    handle(knob.output()).press("ArrowRight");
    assertThat(knob.output()).containsText("turned to 4");
    waiting.locator().locator("[data-action=stop]").click();
    waiting.reaches("stopped");
    handle(knob.output()).press("ArrowRight");
    assertThat(knob.output()).containsText("turned to 5");
  }

  @Test
  void a_new_python_closes_the_views_with_a_word() {
    Page page = visit("knobs.html");
    CellDriver knob = new CellDriver(page, "knob").run();
    CellDriver endless = new CellDriver(page, "plain").type("while True: pass");
    endless.locator().locator("[data-action=run]").click();
    endless.reaches("running");
    endless.locator().locator("[data-action=stop]").click();
    endless.reaches("stopped");
    assertThat(knob.output()).containsText("these controls belong to the one before");
    assertThat(knob.output().locator("[inert] .noUi-handle")).hasCount(1);
    assertThat(handle(knob.run().output())).isEnabled();
    assertThat(knob.output()).not().containsText("belong to the one before");
  }

  @Test
  void a_widget_whose_script_a_page_does_not_have_says_which() {
    CellDriver cell =
        new CellDriver(visit("knobs.html"), "knob")
            .type("from knobs import Knob\nKnob(module='<b>anywidget</b>', _model_name='AnyModel')")
            .run();
    assertThat(cell.output()).containsText("needs the script of <b>anywidget</b>");
  }

  @Test
  void scripts_that_cannot_be_loaded_leave_a_word() {
    WidgetSite.server().hide("widgets.js");
    CellDriver knob = new CellDriver(visit("knobs.html"), "knob").run();
    assertThat(knob.output()).containsText("their scripts could not be loaded");
    CHROMIUM.forgive();
  }

  @Test
  void interact_calls_a_function_with_each_value() {
    CellDriver cell =
        controls(
            """
            @widgets.interact(x=(0, 10), loud=False)
            def square(x=4, loud=False):
                print("square", x * x)
                return "LOUD" if loud else None
            """);
    assertThat(cell.output()).containsText("square 16");
    handle(cell.output()).press("ArrowRight"); // Which would turn the slide elsewhere.
    assertThat(cell.output()).containsText("square 25");
    assertThat(cell.output()).not().containsText("square 16");
    cell.output().locator("input[type=checkbox]").check();
    assertThat(cell.output()).containsText("'LOUD'");
    assertThat(cell.output()).containsText("square 25");
  }

  @Test
  void an_output_takes_what_is_written_in_it_by_callbacks_too() {
    CellDriver cell =
        controls(
            """
            out = widgets.Output()
            button = widgets.Button(description="Press")
            def press(_):
                print("outside")
                with out:
                    print("inside")
                    display(widgets.HTML("<i>shown</i>"))
                    1 / 0
            button.on_click(press)
            clear = widgets.Button(description="Clear")
            clear.on_click(lambda _: out.clear_output())
            out.append_stdout("appended")
            widgets.VBox([button, clear, out])
            """);
    Locator out = cell.output().locator(".viv-widget-output");
    assertThat(out).containsText("appended");
    button(cell, "Press").click();
    assertThat(out).containsText("inside");
    assertThat(out.locator("i")).hasText("shown");
    assertThat(out).containsText("ZeroDivisionError");
    assertThat(out).not().containsText("outside");
    assertThat(cell.output()).containsText("outside");
    button(cell, "Clear").click();
    assertThat(out).not().containsText("inside");
    button(cell, "Press").click();
    assertThat(out).containsText("inside");
  }

  @Test
  void fields_boxes_and_tabs_are_as_in_jupyter() {
    CellDriver cell =
        controls(
            """
            name = widgets.Text(description="Name")
            kind = widgets.Dropdown(options=["tea", "juice"], description="Kind")
            cold = widgets.Checkbox(description="Cold")
            done = widgets.IntProgress(value=2, max=8)
            said = widgets.Label()
            def tell(_):
                said.value = f"{name.value}: {'cold ' if cold.value else ''}{kind.value}"
                done.value = 8
            for each in (name, kind, cold):
                each.observe(tell, "value")
            widgets.Tab([widgets.VBox([name, kind, cold, said]), done], titles=["Order", "Progress"])
            """);
    Locator output = cell.output();
    output.getByLabel("Name").fill("Ada");
    output.getByLabel("Kind").selectOption("juice");
    output.getByLabel("Cold").check();
    assertThat(output).containsText("Ada: cold juice");
    output.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Progress")).click();
    assertThat(output.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "8");
  }

  @Test
  void html_is_cleaned_formulas_are_set_links_work_and_bytes_arrive() {
    CellDriver cell =
        controls(
            """
            import base64
            a, b = widgets.IntSlider(value=1), widgets.IntText()
            widgets.jslink((a, "value"), (b, "value"))
            hostile = "<b>bold</b><img src='data:,' onerror='document.title=`hacked`'><script>document.title='hacked'</script>"
            dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
            display(widgets.HTML(hostile), a, b, widgets.Image(value=base64.b64decode(dot), width=40))
            display(widgets.Checkbox(description=hostile, description_allow_html=True))
            display(widgets.HTMLMath(r"<u>Angle $\\alpha$</u>"))
            """);
    assertThat(cell.output().locator("b").first()).hasText("bold");
    handle(cell.output()).press("ArrowRight");
    assertThat(cell.output().locator("input[type=number]")).hasValue("2");
    Page page = cell.output().page();
    page.waitForCondition(
        () ->
            Boolean.TRUE.equals(
                cell.output().locator("img.widget-image").evaluate("it => it.naturalWidth == 1")));
    assertThat(cell.output().locator("u .katex")).hasCount(1);
    assertThat(page).not().hasTitle("hacked");
  }

  @Test
  void notebooks_have_widgets_too() {
    assumeIpywidgets();
    Page page = visit("book.html");
    assertThat(page.locator("main[data-live]")).isVisible();
    Locator cell = page.locator(".viv-nb-cell:has(viv-cell)");
    int before = page.locator(".viv-nb-cell").count();
    cell.evaluate("it => it.focus()");
    page.keyboard().press("ControlOrMeta+Enter");
    handle(cell).press("ArrowDown"); // Which would go to another cell elsewhere.
    assertThat(cell.locator(".viv-output")).containsText("now 2");
    assertThat(page.locator(".viv-nb-cell")).hasCount(before);
  }

  private static CellDriver controls(String code) {
    assumeIpywidgets();
    Page page = visit("controls.html");
    return new CellDriver(page, "cell").type("import ipywidgets as widgets\n" + code).run();
  }

  private static void assumeIpywidgets() {
    assumeTrue(WidgetSite.hasIpywidgets(), "pip finds no ipywidgets here");
  }

  private static Locator button(CellDriver cell, String name) {
    return cell.output().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static Locator handle(Locator within) {
    return within.locator(".noUi-handle").first();
  }

  private static Page visit(String name) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(WidgetSite.server().url(name));
    return page;
  }
}
