package vivarium.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/** Code of others that wants what belongs to the site. */
class OriginTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void the_attacker_has_heard_nothing() {
    assertThat(HostileSite.ATTACKER.heard()).isEmpty();
  }

  @Test
  void nothing_that_the_browser_keeps_for_the_site_can_be_seen() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger
        .page()
        .context()
        .addCookies(List.of(new Cookie("school", "secret").setUrl(HostileSite.url())));
    stranger.page().evaluate("localStorage.setItem('school', 'secret')");
    Stranger.Outcome outcome =
        stranger.run(
            """
            import js
            from pyodide.code import run_js

            for name, script in {
                "local": "localStorage.getItem('school')",
                "session": "sessionStorage.length",
                "database": "new Promise((yes, no) => { const ask = indexedDB.open('vivarium'); ask.onsuccess = yes; ask.onerror = () => no(ask.error); })",
                "caches": "caches.keys()",
                "files": "navigator.storage.getDirectory()",
                "cookies": "cookieStore.getAll()",
                "cookie": "document.cookie",
                "service": "navigator.serviceWorker.register('/x.js')",
                "locks": "navigator.locks.query()",
                "page": "parent.document.title",
                "top": "top.location.href",
            }.items():
                try:
                    print(name, "reached", str(await run_js(f"(async () => {script})()"))[:80])
                except BaseException as error:
                    print(name, "refused", str(error)[:120].replace(chr(10), " "))
            print(js.location.origin, js.self.isSecureContext)
            """);
    assertThat(outcome.lines()).hasSize(12);
    assertThat(outcome.lines().subList(0, 11))
        .allSatisfy(line -> assertThat(line).contains("refused"));
    assertThat(outcome.lines().get(11)).startsWith("null");
  }

  @Test
  void the_page_hears_nothing_on_channels() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger
        .page()
        .evaluate(
            """
            window.heard = [];
            for (const name of ["vivarium", "vivarium-files", "x"]) {
              new BroadcastChannel(name).onmessage = ({ data }) => heard.push(data);
            }
            addEventListener("message", ({ data }) => data === "listening" || heard.push(data));
            """);
    stranger.run(
        """
        import asyncio, js
        for name in ["vivarium", "vivarium-files", "x"]:
            js.BroadcastChannel.new(name).postMessage("here")
        await asyncio.sleep(0.5)
        """);
    assertThat((List<?>) stranger.page().evaluate("heard")).isEmpty();
  }

  @Test
  void a_forged_message_changes_nothing_but_its_own_run() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run(
        """
        import js
        from pyodide.ffi import to_js
        js.postMessage('{"type":"wrote","run":4000,"output":{"output_type":"stream","name":"stdout","text":"forged"}}')
        js.postMessage('{"type":"wrote","run":-1,"output":{"output_type":"stream","name":"stdout","text":"forged"}}')
        js.postMessage('{"type":"finished","run":4000,"failed":false,"milliseconds":1}')
        js.postMessage('{"type":"updated","run":1,"display_id":"x","data":{"text/html":"<b>forged</b>"}}')
        js.postMessage('{"type":"comm","message":"{\\\\"kind\\\\":\\\\"open\\\\",\\\\"comm\\\\":\\\\"x\\\\"}"}')
        js.postMessage(js.JSON.parse('{"said": ["forged"], "flooded": true, "module": 1, "image": 2}'))
        js.postMessage(js.JSON.parse('{"answer": 1, "interrupts": 2}'))
        """);
    assertThat(stranger.page().locator(".viv-output").allInnerTexts())
        .noneMatch(text -> text.contains("forged"));
    assertThat(stranger.run("other", "print(6 * 7)").text()).isEqualTo("42\n");
  }

  @Test
  void what_is_no_message_ends_python_and_not_the_page() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    for (String forged :
        List.of(
            "'[' * 100000",
            "'{\"type\":\"wrote\",\"run\":NaN}'",
            "'{\"type\":\"finished\",\"run\":1e999,\"failed\":0}'",
            "'{\"__proto__\":{\"type\":\"ready\"},\"type\":\"constructor\"}'",
            "'{\"type\":\"ready\",\"python\":[],\"restored\":1,\"milliseconds\":\"x\"}'")) {
      Stranger.Outcome outcome =
          stranger.run(
              "import asyncio, js\njs.postMessage(" + forged + ")\nawait asyncio.sleep(20)");
      assertThat(outcome.status()).as(forged).isNotEqualTo("done");
      PlaywrightAssertions.assertThat(stranger.cell()).containsText("what is no message");
    }
    assertThat(stranger.run("print(6 * 7)").text()).isEqualTo("42\n");
    assertThat(stranger.page().evaluate("({}).type")).isNull();
  }

  @Test
  void other_windows_that_speak_the_protocol_are_not_heard() {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions().setBypassCSP(true));
    page.navigate(HostileSite.url() + "closed.html"); // Its policy would not let the window speak.
    Stranger stranger = new Stranger(page);
    stranger
        .page()
        .evaluate(
            """
            (url) => {
              const frame = document.createElement("iframe");
              frame.srcdoc = `<script>setInterval(() => {
                parent.postMessage("listening", "*");
                parent.postMessage({ said: ['{"type":"died","reason":"forged"}'] }, "*");
                for (const each of parent.frames) each.postMessage({ script: "postMessage('forged')", files: {} }, "*", [new MessageChannel().port1]);
              }, 5)</script>`;
              document.body.append(frame);
            }
            """,
            "");
    assertThat(stranger.run("print(6 * 7)").text()).isEqualTo("42\n");
    assertThat(stranger.page().locator("main").innerText()).doesNotContain("forged");
  }

  @Test
  void the_frame_has_no_origin_and_takes_no_room() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run("1");
    var frame = stranger.page().locator("iframe[title=Python]");
    PlaywrightAssertions.assertThat(frame).hasCount(1);
    PlaywrightAssertions.assertThat(frame).hasAttribute("sandbox", "allow-scripts");
    PlaywrightAssertions.assertThat(frame).isHidden();
    assertThat(CHROMIUM.problems()).isEmpty();
  }
}
