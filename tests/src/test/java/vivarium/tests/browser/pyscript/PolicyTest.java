package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Pages whose authors or hosts allow little. */
class PolicyTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_content_security_policy_needs_to_allow_webassembly_and_no_eval(String type) {
    PageServer.put(
        "strict-" + type + ".html",
        """
        <!DOCTYPE html>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:">
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="pyscript/core.css">
        <script type="module" src="pyscript/core.js"></script>
        <button id="press" TYPE-click="pressed">Press</button>
        <script type="TYPE">
        from pyscript import display, when
        display("on the page", target="main")
        def pressed(event):
            display("pressed", target="button")
        </script>
        <script type="TYPE" worker>
        from pyscript import display, document
        display("in a worker of", document.title, target="worker")
        </script>
        <title>Strict</title>
        <p id="main"></p><p id="worker"></p><p id="button"></p>
        """
            .replace("TYPE", type));
    PyscriptPage page = PAGES.open(Headers.PLAIN, "");
    page.page().navigate(PageServer.url(Headers.PLAIN, "strict-" + type + ".html"));
    page.until("document.querySelector('#worker')?.textContent");
    page.until("document.querySelector('#main').textContent");
    page.page().locator("#press").click();
    page.until("document.querySelector('#button').textContent === 'pressed'");
    assertThat(page.text("#worker")).contains("Strict");
  }

  @Test
  void a_service_worker_of_the_pages_own_can_be_named() {
    PageServer.put("mine.js", PageServer.asset("pyscript/service-worker.js"));
    PyscriptPage page =
        PAGES
            .open(
                Headers.PLAIN,
                """
            <script type="mpy" worker service-worker="mine.js">
            from pyscript import document
            print("title", document.title)
            </script>
            """)
            .allDone();
    assertThat(page.console()).contains("title A page");
    assertThat(
            page.value(
                "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.active?.scriptURL.split('/').at(-1)).join())"))
        .isEqualTo("mine.js");
  }
}
