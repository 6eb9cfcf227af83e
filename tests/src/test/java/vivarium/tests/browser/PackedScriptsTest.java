package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.command.Vivarium;
import vivarium.tests.packages.LockedFolder;

/** Scripts in one file each, whose pages ask for their arguments. */
class PackedScriptsTest {
  @RegisterExtension static final PackedFolder FOLDER = new PackedFolder();

  private static final String SCRIPT =
      """
      #!/usr/bin/env python3
      \"""Greet people.

      Writes <what> it said to a file.
      \"""
      import argparse
      import sys

      parser = argparse.ArgumentParser()
      parser.add_argument("name", help="who is greeted")
      parser.add_argument("--times", type=int, default=1)
      parser.add_argument("--style", choices=["plain", "loud"], default="plain")
      parser.add_argument("-e", "--end", action="store_true")
      parser.add_argument("--read", nargs="*", default=[])
      args = parser.parse_args()
      assert "before" not in globals()
      before = 1
      for _ in range(args.times):
          print("Hello", args.name.upper() if args.style == "loud" else args.name)
      for path in args.read:
          print(open(path).read())
      open("said.txt", "w").write(args.name)
      if args.end:
          sys.exit(3)
      print(__name__, __file__, input("More? "))
      """;

  private static final String COMMANDS =
      """
      import argparse

      parser = argparse.ArgumentParser()
      parser.add_argument("--loud", action="store_true")
      commands = parser.add_subparsers(dest="command", required=True)
      add = commands.add_parser("add", help="Adds <one> task")
      add.add_argument("title")
      add.add_argument("--tag", action="append", default=[])
      add.add_argument("--keep", action=argparse.BooleanOptionalAction, default=True)
      rest = commands.add_parser("list")
      rest.add_argument("--most", type=int, default=5)
      args = parser.parse_args()
      print(sorted(vars(args).items()))
      """;

  private static final String MOVED =
      """
      () => new Promise((resolve) => {
        let sum = 0;
        const add = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      })
      """;

  private static final String WITH_CLICK =
      """
      import click

      @click.command()
      @click.option("--count", default=1, help="How often.")
      @click.option("--shout/--no-shout", default=True)
      @click.option("--tag", multiple=True, type=click.Choice(["x", "y"]))
      @click.argument("name")
      def hello(count, shout, tag, name):
          for _ in range(count):
              click.echo(f"Hello {name.upper() if shout else name} {tag}")

      hello()
      """;

  @Test
  void a_script_asks_for_its_arguments_and_begins_anew_with_each_run() throws IOException {
    FOLDER.put("greet.py", SCRIPT);
    Page page = FOLDER.packed("greet.py");
    assertThat(page.locator("h1")).hasText("Greet people");
    assertThat(page.locator(".viv-script-about")).hasText("Writes <what> it said to a file.");
    Locator run = page.locator(".viv-script-run");
    assertThat(page.getByLabel("name")).isVisible(patiently());
    run.click(); // The browser asks for the name: nothing runs.
    page.getByLabel("name").fill("Ada -x");
    page.getByLabel("times").fill("2");
    page.getByLabel("style").selectOption("loud");
    run.click();
    CellDriver cell = new CellDriver(page, "cell").reaches("input");
    page.keyboard().type("no");
    page.keyboard().press("Enter");
    assertThat(cell.ends().outputText())
        .contains("Hello ADA -X Hello ADA -X", "__main__ greet.py no");
    assertThat(cell.locator().locator("[data-action=download-file]")).containsText("said.txt");
    page.getByLabel("read").fill("'said.txt' said.txt");
    page.getByLabel("end").check();
    run.click();
    assertThat(cell.output()).containsText("SystemExit: 3");
    assertThat(cell.outputText()).contains("Ada -x Ada -x");
  }

  @Test
  void the_code_of_a_script_can_be_changed_and_its_form_with_it() throws IOException {
    FOLDER.put("greet.py", SCRIPT);
    Page page = FOLDER.packed("greet.py");
    assertThat(page.getByLabel("name")).isVisible(patiently());
    CellDriver cell = new CellDriver(page, "cell");
    assertThat(cell.locator().locator(".viv-source, .viv-editor").first()).isHidden();
    page.getByText("View and edit the code").click();
    cell.type("import sys\nprint(sys.argv[1:])");
    page.locator(".viv-script-run").click();
    assertThat(cell.ends().outputText()).isEqualTo("[]");
    page.getByLabel("Arguments").fill("one 'two three'");
    page.locator(".viv-script-run").click();
    assertThat(cell.output()).hasText("['one', 'two three']");
  }

  @Test
  void the_form_is_there_before_python_and_nothing_moves() throws IOException {
    FOLDER.put("early.py", SCRIPT);
    assertThat(FOLDER.pack("early.py").exitCode()).isZero();
    Page still =
        FOLDER.open(
            "early.packed.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Locator fields = still.locator(".viv-script-fields");
    assertThat(fields.locator("label")).hasCount(5);
    String first = fields.innerHTML();
    assertThat(still.locator(".viv-script-form")).isHidden(); // It would do nothing.
    Page page = FOLDER.open("early.packed.html");
    assertThat(page.locator(".viv-script-run")).isEnabled();
    assertThat(page.locator(".viv-script-fields").innerHTML()).isEqualTo(first);
    assertThat(((Number) page.evaluate(MOVED)).doubleValue()).isLessThan(0.01);
    CellDriver cell = new CellDriver(page, "cell");
    page.getByText("View and edit the code").click();
    cell.type("print(1)");
    page.locator(".viv-script-run").click();
    assertThat(cell.ends().outputText()).isEqualTo("1");
    assertThat(page.locator(".viv-script-fields")).isHidden();
    cell.type(SCRIPT);
    page.locator(".viv-script-run").click();
    assertThat(page.getByLabel("name")).isVisible();
    assertThat(page.locator(".viv-script-fields").innerHTML()).isEqualTo(first);
    assertThat(page.locator(".viv-script-name").first()).containsText("name");
  }

  @Test
  void a_command_is_chosen_and_asks_for_its_own_arguments() throws IOException {
    FOLDER.put("tasks.py", COMMANDS);
    Page page = FOLDER.packed("tasks.py");
    CellDriver cell = new CellDriver(page, "cell");
    Locator run = page.locator(".viv-script-run");
    assertThat(page.locator("p.viv-script-help")).hasText("Adds <one> task");
    assertThat(page.getByLabel("most")).isHidden();
    page.getByLabel("loud").check();
    page.getByLabel("title").fill("-x and y");
    page.getByLabel("tag").fill("one 'two three'");
    page.getByLabel("keep").uncheck();
    run.click();
    assertThat(cell.ends().outputText())
        .isEqualTo(
            "[('command', 'add'), ('keep', False), ('loud', True),"
                + " ('tag', ['one', 'two three']), ('title', '-x and y')]");
    page.getByLabel("Command").selectOption("list");
    assertThat(page.getByLabel("title")).isHidden();
    page.getByLabel("most").fill("7");
    run.click();
    assertThat(cell.output()).containsText("('command', 'list'), ('loud', True), ('most', 7)");
  }

  @Test
  void a_script_with_click_asks_for_what_its_decorators_say() throws IOException {
    LockedFolder locked = LockedFolder.create();
    Path script = Files.writeString(locked.folder().resolve("hello.py"), WITH_CLICK);
    Assumptions.assumeTrue(locked.downloaded("click", "8.1.8"), "click can be downloaded");
    locked.write();
    Path output = FOLDER.path("hello.html");
    Vivarium.Result packed = Vivarium.run("pack", script.toString(), "-o", output.toString());
    assertThat(packed.err()).isEmpty();
    Page page = FOLDER.open("hello.html");
    page.getByLabel("count").fill("2");
    page.getByLabel("tag").selectOption("y");
    page.getByLabel("name").fill("Ada");
    page.locator(".viv-script-run").click();
    CellDriver cell = new CellDriver(page, "cell");
    assertThat(cell.ends().outputText())
        .contains("Hello ADA ('y',) Hello ADA ('y',)")
        .doesNotContain("SystemExit");
    page.getByLabel("shout").uncheck();
    page.locator(".viv-script-run").click();
    assertThat(cell.output()).containsText("Hello Ada");
  }

  @Test
  void a_small_script_makes_a_file_that_can_be_sent_by_mail() throws IOException {
    FOLDER.put("hello.py", "print(\"hello\")\n");
    assertThat(FOLDER.pack("hello.py").exitCode()).isZero();
    assertThat(FOLDER.size("hello.py")).isLessThan(9_300_000);
  }

  /** Python may be starting on a busy machine. */
  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
  }
}
