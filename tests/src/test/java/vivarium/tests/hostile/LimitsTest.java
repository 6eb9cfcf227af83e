package vivarium.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Worker;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/** Code of others that takes more than its share. */
class LimitsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void the_attacker_has_heard_nothing() {
    assertThat(HostileSite.ATTACKER.heard()).isEmpty();
  }

  @Test
  void a_flood_of_messages_ends_python_and_the_page_goes_on() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run(
            "import js\njs.eval(\"for (let i = 0; i < 200000; i++) postMessage('{}' + i)\")");
    assertThat(outcome.status()).isNotEqualTo("done");
    goesOn(stranger);
  }

  @Test
  void what_is_printed_without_end_is_cut() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run("for _ in range(300):\n    print('x' * 1_000_000)\nprint('end')");
    assertThat(outcome.status()).isEqualTo("done");
    assertThat(outcome.text()).endsWith("end\n").hasSizeLessThan(400_000);
    PlaywrightAssertions.assertThat(stranger.output()).containsText("left out");
    goesOn(stranger);
  }

  @Test
  void stop_ends_what_never_ends() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("1");
    stranger.begin(
        "print('begun')\nwhile True:\n    try:\n        pass\n    except BaseException:\n        pass");
    PlaywrightAssertions.assertThat(stranger.output()).containsText("begun");
    stranger.cell().locator("[data-action=stop]").click();
    PlaywrightAssertions.assertThat(stranger.cell()).hasAttribute("state", "stopped");
    goesOn(stranger);
    PlaywrightAssertions.assertThat(stranger.page().locator("iframe[title=Python]")).hasCount(1);
  }

  @Test
  void workers_that_it_starts_end_with_it() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("1");
    stranger.begin(
        """
        import js
        js.eval('''
          const spin = URL.createObjectURL(new Blob(["while (true);"]));
          for (let i = 0; i < 20; i++) new Worker(spin);
        ''')
        print("begun")
        while True: pass
        """);
    PlaywrightAssertions.assertThat(stranger.output()).containsText("begun");
    int before = stranger.page().workers().size();
    stranger.cell().locator("[data-action=stop]").click();
    PlaywrightAssertions.assertThat(stranger.cell()).hasAttribute("state", "stopped");
    assertThat(before).isPositive();
    goesOn(stranger);
  }

  @Test
  void workers_of_what_was_stopped_come_to_an_end_beside_the_next_python() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("1");
    stranger.begin(
        """
        import asyncio, js
        js.eval('''
          globalThis.heard = 0;
          new BroadcastChannel('all').onmessage = () => heard++;
          const calls = URL.createObjectURL(new Blob(
              ["const to = new BroadcastChannel('all'); setInterval(() => to.postMessage(1), 5);"]));
          new Worker(calls);
        ''')
        while not js.heard:
            await asyncio.sleep(0.01)
        print("begun")
        while True: pass
        """);
    PlaywrightAssertions.assertThat(stranger.output()).containsText("begun");
    stranger.cell().locator("[data-action=stop]").click();
    PlaywrightAssertions.assertThat(stranger.cell()).hasAttribute("state", "stopped");
    assertThat(
            stranger
                .run(
                    """
                    import asyncio, js
                    js.eval("globalThis.heard = 0; new BroadcastChannel('all').onmessage = () => heard++")
                    for _ in range(20):
                        before = js.heard
                        await asyncio.sleep(1)
                        if js.heard == before:
                            print("silence")
                            break
                    """)
                .text())
        .isEqualTo("silence\n");
    PlaywrightAssertions.assertThat(stranger.page().locator("iframe[title=Python]")).hasCount(1);
  }

  @Test
  void memory_without_end_is_an_error_of_python() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run("held = []\nwhile True:\n    held.append(bytearray(64 * 2 ** 20))");
    assertThat(outcome.error()).startsWith("MemoryError");
    assertThat(stranger.run("print(0 < len(held) < 17); del held").text()).isEqualTo("True\n");
    goesOn(stranger);
  }

  @Test
  void recursion_without_end_ends_python_and_not_the_page() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.begin(
        """
        import sys
        sys.setrecursionlimit(10 ** 9)
        class Deep:
            def __repr__(self):
                return repr(self)
        print("begun")
        repr(Deep())
        """);
    PlaywrightAssertions.assertThat(stranger.output()).containsText("begun");
    PlaywrightAssertions.assertThat(stranger.cell())
        .hasAttribute("state", Pattern.compile("failed|stopped|running"));
    if ("running".equals(stranger.cell().getAttribute("state"))) {
      stranger.cell().locator("[data-action=stop]").click();
    }
    PlaywrightAssertions.assertThat(stranger.cell())
        .hasAttribute("state", Pattern.compile("failed|stopped"));
    goesOn(stranger);
  }

  @Test
  void a_python_that_ends_itself_is_found_out() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("import js");
    Worker python =
        stranger.page().workers().stream()
            .filter(worker -> worker.url().startsWith("blob:null"))
            .findFirst()
            .orElseThrow();
    python.waitForClose(() -> stranger.run("js.setTimeout(js.close, 300)"));
    assertThat(stranger.run("print('never')").text()).isEmpty();
    PlaywrightAssertions.assertThat(stranger.output()).containsText("does not answer any more");
    goesOn(stranger);
  }

  @Test
  void a_python_that_ends_itself_while_it_runs_can_be_stopped() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.begin(
        "import asyncio, js\nprint('begun')\nawait asyncio.sleep(0.1)\njs.close()\nawait asyncio.sleep(1)");
    PlaywrightAssertions.assertThat(stranger.output()).containsText("begun");
    stranger.cell().locator("[data-action=stop]").click();
    PlaywrightAssertions.assertThat(stranger.cell()).hasAttribute("state", "stopped");
    goesOn(stranger);
  }

  @Test
  void a_frame_that_does_not_answer_any_more_is_found_out() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("1");
    stranger.begin("print('begun')\nwhile True: pass");
    PlaywrightAssertions.assertThat(stranger.output()).containsText("begun");
    stranger.page().evaluate("document.querySelector('iframe[title=Python]').remove()");
    PlaywrightAssertions.assertThat(stranger.output())
        .containsText("The browser has ended the process");
    goesOn(stranger);
  }

  @Test
  void memory_that_is_not_pythons_takes_none_of_the_readers_work() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("other", "print('mine')");
    stranger.begin(
        """
        import js
        js.eval("self.held = []; for (let i = 0; i < 8; i++) held.push(new ArrayBuffer(2 ** 30))")
        print("held", js.held.length)
        """);
    PlaywrightAssertions.assertThat(stranger.cell())
        .hasAttribute("state", Pattern.compile("done|failed|stopped"));
    assertThat(stranger.page().evaluate("document.getElementById('other').code"))
        .isEqualTo("print('mine')");
    goesOn(stranger);
  }

  @Test
  void what_it_breaks_in_python_is_gone_with_the_next_start() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run(
        "import builtins, sys\nbuiltins.print = None\nsys.stdout = None\nsys.modules.clear()");
    stranger
        .page()
        .evaluate(
            "async () => (await import(document.querySelector('script[type=module]').src)).kernel.stop()");
    goesOn(stranger);
  }

  private static void goesOn(Stranger stranger) {
    assertThat(stranger.page().evaluate("1 + 1")).isEqualTo(2);
    assertThat(stranger.run("other", "print(6 * 7)").text()).isEqualTo("42\n");
  }
}
