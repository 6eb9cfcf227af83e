package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** What a page's own JavaScript finds: hooks, exports, storage, donkeys, bridges. */
class PagesScriptTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @Test
  void core_exports_what_pages_import() {
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                """
            <mpy-config>name = "x"</mpy-config>
            <script type="module">
            const core = await import("./pyscript/core.js");
            window.names = Object.keys(core).sort().join();
            window.shown = JSON.stringify([[...core["TY" + "PES"]], core.config, core.relative_url("a/b") === new URL("a/b", location).href]);
            </script>
            """)
            .until("globalThis.shown");
    assertThat(page.value("names"))
        .isEqualTo(
            "MPWorker,PyWorker,TYPES,codemirror,config,donkey,hooks,inputFailure,"
                + "offline_interpreter,optional,relative_url,stdlib,whenDefined");
    assertThat(page.value("shown"))
        .isEqualTo(
            "[[[\"py\",\"pyodide\"],[\"mpy\",\"micropython\"]],{\"mpy\":{\"name\":\"x\"}},true]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void hooks_add_code_and_functions_around_scripts(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="module">
            import { hooks } from "./pyscript/core.js";
            const note = (text) => console.log(text);
            hooks.main.onReady.add((wrap, element) => note(`ready ${wrap.type} ${element.id}`));
            hooks.main.onBeforeRunAsync.add(() => note("before async"));
            hooks.main.codeBeforeRunAsync.add("print('code before')");
            hooks.main.codeAfterRunAsync.add("print('code after')");
            hooks.main.onAfterRunAsync.add(() => note("after async"));
            hooks.main.onBeforeRun.add(() => note("before sync"));
            hooks.main.codeBeforeRun.add("print('code before sync')");
            hooks.worker.codeBeforeRunAsync.add("print('worker code')");
            hooks.worker.onAfterRunAsync.add((wrap) => console.log("worker after " + wrap.type));
            hooks.main.onWorker.add((wrap, worker) => {
              note(`worker ${typeof worker.postMessage}`);
              worker.sync.told = (text) => note(`told ${text}`);
            });
            hooks.worker.onReady.add((wrap, page) => page.sync.told("by the worker"));
            </script>
            <script type="TYPE" id="one">print("code")</script>
            <script type="TYPE" async="false">print("sync code")</script>
            <script type="TYPE" worker>print("in the worker")</script>
            """)
            .allDone();
    assertThat(page.console())
        .containsSubsequence(
            "ready " + type + " one",
            "before async",
            "code before",
            "code",
            "code after",
            "after async")
        .containsSubsequence("before sync", "code before sync", "sync code")
        .containsSubsequence("worker code", "in the worker", "worker after " + type)
        .contains("worker function", "told by the worker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void a_donkey_runs_what_javascript_tells_it(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="module">
            import { donkey } from "./pyscript/core.js";
            const worker = await donkey({ type: "TYPE" });
            await worker.execute("x = 41");
            window.value = String(await worker.evaluate("x + 1"));
            await worker.process("1/0");
            window.failed = await worker.execute("1/0").catch((error) => error.message);
            await worker.kill();
            window.over = true;
            </script>
            """)
            .until("globalThis.over");
    assertThat(page.value("value")).isEqualTo(type.equals("py") ? "42" : page.value("value"));
    assertThat(page.value("failed")).asString().contains("ZeroDivisionError");
    assertThat(page.value("document.querySelectorAll('.xterm').length")).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"py,true", "mpy,true", "py,false", "mpy,false"})
  void a_bridge_lends_the_functions_of_a_python_file(String type, boolean inWorker) {
    PageServer.put("lent.py", "def add(one, other):\n    return one + other\n");
    PageServer.put(
        "lent.js",
        """
        import bridge from "./pyscript/bridge.js";
        export const using = (options) => bridge(import.meta.url, options).ffi;
        """);
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="module">
            import { using } from "./lent.js";
            window.sum = await using({ type: "TYPE", worker: WORKER }).add(1, 2);
            </script>
            """
                    .replace("WORKER", String.valueOf(inWorker)))
            .until("globalThis.sum");
    assertThat(page.value("sum")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void javascript_and_python_keep_things_under_the_same_names(String type) {
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <script type="module">
            import { storage } from "./pyscript/storage.js";
            const store = await storage("shared");
            Object.assign(store, { text: "x", list: [1, { two: null }], none: null });
            await store.sync();
            const script = document.createElement("script");
            script.type = "TYPE";
            script.textContent = `
            from pyscript import storage
            store = await storage("shared")
            print(store["text"], store["list"], store["none"])
            store["text"] = "from Python"
            await store.sync()
            `;
            document.body.append(script);
            addEventListener("TYPE:done", async () => (window.back = (await storage("shared")).text));
            </script>
            """)
            .until("globalThis.back");
    assertThat(page.console()).contains("x [1, {'two': None}] None");
    assertThat(page.value("back")).isEqualTo("from Python");
  }

  @Test
  void offline_takes_the_engines_from_beside_the_page() {
    PageServer.put(
        "offline.html",
        """
        <!DOCTYPE html>
        <script type="module" src="pyscript/core.js" offline></script>
        <script type="mpy">import js; js.done = True</script>
        """);
    PyscriptPage page = PAGES.open("mpy", "<p>elsewhere</p>");
    page.page().navigate(PageServer.url(Headers.PLAIN, "offline.html"));
    page.until("globalThis.done");
  }

  @Test
  void functions_of_the_language_are_left_as_they_are() {
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                """
            <script>window.before = [Function.prototype.call, Function.prototype.apply];</script>
            <mpy-config>experimental_create_proxy = "auto"</mpy-config>
            <script type="mpy">x = 1</script>
            """)
            .allDone();
    assertThat(
            page.value(
                "before[0] === Function.prototype.call && before[1] === Function.prototype.apply"))
        .isEqualTo(true);
  }
}
