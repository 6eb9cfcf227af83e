package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** What is fetched, kept and passed on. */
class DataTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  /** A reader who chooses a folder whenever they are asked. */
  private static final String LENT =
      """
      <script>
        globalThis.showDirectoryPicker = async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle("lent", { create: true });
        Object.defineProperty(navigator.userActivation, "isActive", { value: true });
      </script>
      """;

  @Test
  void responses_are_read_in_one_step_or_in_two() {
    PageServer.put("data/numbers.json", "{\"a\": [1, 2.5, null, true]}");
    Everywhere.run(
            PAGES,
            Headers.PLAIN,
            "",
            """
            from pyscript import fetch
            response = await fetch("data/numbers.json")
            answer(response.ok, response.status, (await response.json())["a"])
            answer((await fetch("data/numbers.json").json())["a"])
            answer(await fetch("data/numbers.json").text())
            content = await fetch("data/numbers.json").bytearray()
            answer(type(content).__name__, len(content), content[:4].decode())
            view = await fetch("data/numbers.json").arrayBuffer()
            answer(type(view).__name__, len(view))
            answer((await fetch("data/numbers.json").blob()).size)
            answer((await fetch("nope.json")).ok)
            """)
        .allAnswered(
            "[true, 200, [1, 2.5, null, true]]",
            "[[1, 2.5, null, true]]",
            "[\"{\\\"a\\\": [1, 2.5, null, true]}\"]",
            "[\"bytearray\", 27, \"{\\\"a\\\"\"]",
            "[\"memoryview\", 27]",
            "[27]",
            "[false]");
    PAGES.forgive();
  }

  @Test
  void what_is_stored_is_there_again() {
    Everywhere.run(
            PAGES,
            Headers.PLAIN,
            "",
            """
            from pyscript import Storage, storage
            first = await storage(where)
            first["list"] = [1, (2, None), "x"]
            first["bytes"] = bytearray(b"ab")
            first["none"] = None
            first.update({"more": {"deep": True}})
            first["gone"] = 1
            del first["gone"]
            answer(raised(lambda: first.__setitem__("set", {1})))
            await first.sync()
            class Own(Storage):
                pass
            again = await storage(where, Own)
            answer(type(again).__name__, sorted(again.keys()), again["list"], again["more"])
            answer(list(again["bytes"]), again["none"])
            again.clear()
            await again.sync()
            answer(len(await storage(where)))
            try:
                await storage("")
            except ValueError as error:
                answer(str(error))
            """)
        .allAnswered(
            "[\"TypeError: Cannot serialize type set for storage.\"]",
            "[\"Own\", [\"bytes\", \"list\", \"more\", \"none\"], [1, [2, null], \"x\"], {\"deep\":"
                + " true}]",
            "[[97, 98], null]",
            "[0]",
            "[\"Storage name must be a non-empty string\"]");
  }

  @Test
  void what_pages_of_pyscript_have_stored_is_read() {
    Everywhere.run(
            PAGES,
            Headers.PLAIN,
            "",
            """
            from pyscript import storage
            import js
            keep = js.Function.new("name", '''
              return new Promise((resolve) => {
                const opening = indexedDB.open(name, 1);
                opening.onupgradeneeded = () => opening.result.createObjectStore("entries");
                opening.onsuccess = () => {
                  const writing = opening.result.transaction("entries", "readwrite");
                  writing.objectStore("entries").put('[["1","2"],"generic",{"x":"3"},[1,null]]', "a");
                  writing.oncomplete = () => { opening.result.close(); resolve(); };
                };
              });
            ''')
            await keep("IDBMap/@pyscript/older-" + where)
            older = await storage("older-" + where)
            answer(older["a"]["x"])
            """)
        .allAnswered("[[1, null]]");
  }

  @Test
  void values_that_contain_themselves_become_text_and_come_back() {
    Everywhere.run(
            PAGES,
            Headers.ISOLATED,
            "",
            """
            from pyscript import flatted
            value = ["x", "x", 1, None, []]
            value.append(value)
            text = flatted.stringify(value)
            back = flatted.parse(text)
            answer(text, back[5] is back, back[:5])
            answer(flatted.parse('[["1","2"],"a",{"b":"1"}]'), flatted.stringify(1))
            """)
        .allAnswered(
            "[\"[[\\\"1\\\", \\\"1\\\", 1, null, \\\"2\\\", \\\"0\\\"], \\\"x\\\", []]\", true,"
                + " [\"x\", \"x\", 1, null, []]]",
            "[[\"a\", {\"b\": \"a\"}], \"[1]\"]");
  }

  @Test
  void what_other_programs_do_in_a_folder_of_the_readers_is_theirs() {
    Everywhere.run(
            PAGES,
            Headers.PLAIN,
            LENT,
            """
            import js, os
            from pyscript import ffi, fs
            create = ffi.to_js({"create": True})
            path = "/notes-" + where
            lent = await (await js.navigator.storage.getDirectory()).getDirectoryHandle("lent", create)
            async def write(folder, name, text):
                stream = await (await folder.getFileHandle(name, create)).createWritable()
                await stream.write(text)
                await stream.close()
            async def there():
                await fs.sync(path)
                seen = os.listdir(path + "/" + where)
                folder = await lent.getDirectoryHandle(where)
                return sorted(seen), sorted(await js.Array.fromAsync(folder.keys()))
            await fs.mount(path)
            os.mkdir(path + "/" + where)
            for name in ("one", "two"):
                with open(path + "/" + where + "/" + name, "w") as file:
                    file.write(name)
            answer(*(await there()))
            theirs = await lent.getDirectoryHandle(where)
            await write(theirs, "three", "theirs")
            await write(theirs, "two", "changed")
            answer(*(await there()))
            answer(open(path + "/" + where + "/two").read())
            os.remove(path + "/" + where + "/two")
            await theirs.removeEntry("one")
            await write(theirs, "four", "theirs")
            answer(*(await there()))
            for name in os.listdir(path + "/" + where):
                os.remove(path + "/" + where + "/" + name)
            os.rmdir(path + "/" + where)
            await write(theirs, "five", "theirs")
            await fs.sync(path)
            answer(os.listdir(path + "/" + where))
            """)
        .allAnswered(
            "[[\"one\", \"two\"], [\"one\", \"two\"]]",
            "[[\"one\", \"three\", \"two\"], [\"one\", \"three\", \"two\"]]",
            "[\"changed\"]",
            "[[\"four\", \"three\"], [\"four\", \"three\"]]",
            "[[\"five\"]]");
  }

  @Test
  void a_folder_of_the_readers_is_a_folder_of_pythons() {
    Everywhere page =
        Everywhere.run(
            PAGES,
            Headers.PLAIN,
            LENT,
            """
            from pyscript import fs
            path = "/notes-" + where
            await fs.mount(path)
            with open(path + "/" + where + ".txt", "w") as file:
                file.write("kept")
            await fs.sync(path)
            answer(path in fs.mounted)
            try:
                await fs.mount("/dev")
            except ValueError as error:
                answer("choose an empty folder" in str(error))
            try:
                await fs.mount(path)
            except ValueError as error:
                answer(str(error) == "Mount point " + path + " is already mounted")
            await fs.unmount(path)
            answer(path in fs.mounted, await fs.revoke(path), await fs.revoke(path))
            """);
    page.allAnswered("[true]", "[true]", "[true]", "[false, true, false]");
    assertThat(
            page.page()
                .value(
                    """
                    navigator.storage.getDirectory()
                      .then((root) => root.getDirectoryHandle("lent"))
                      .then((lent) => Array.fromAsync(lent.keys()))
                      .then((names) => names.sort().join())
                    """))
        .isEqualTo("mpy-main.txt,mpy-worker.txt,py-main.txt,py-worker.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"py", "mpy"})
  void the_reader_is_asked_with_a_button_and_a_refusal_is_an_error(String type) {
    PyscriptPage page =
        PAGES.open(
            Headers.PLAIN,
            """
            <script>Object.defineProperty(navigator.userActivation, "isActive", { value: false });
              window.showDirectoryPicker = async () => { throw new DOMException("no", "AbortError"); };</script>
            <script type="TYPE">
            from pyscript import fs
            try:
                await fs.mount("/notes")
            except OSError as error:
                print("refused:", error)
            </script>
            """
                .replace("TYPE", type));
    page.until("document.querySelector('dialog.py-folder')");
    assertThat(page.page().locator("dialog.py-folder button"))
        .hasText("Choose a folder for this page");
    page.page().locator("dialog.py-folder button").click();
    page.says("refused: The reader has chosen no folder.");
  }

  @Test
  void sockets_carry_texts_and_bytes() {
    PyscriptPage page =
        PAGES.open(
            Headers.PLAIN,
            """
            <script>
            globalThis.WebSocket = class extends EventTarget {
              constructor(url) {
                super();
                this.url = url;
                setTimeout(() => this.onopen?.(new Event("open")));
              }
              send(data) {
                const back = typeof data === "string" ? data : new Uint8Array(data).buffer;
                setTimeout(() => this.onmessage?.(new MessageEvent("message", { data: back })));
              }
              close(code, reason) {
                setTimeout(() => this.onclose?.(new CloseEvent("close", { code, reason })));
              }
            };
            </script>
            """
                + """
                <script type="TYPE">
                from pyscript import WebSocket
                def opened(event):
                    socket.send("text")
                    socket.send(b"ab")
                async def heard(event):
                    print("TYPE", event.data if isinstance(event.data, str) else bytes(event.data))
                    if not isinstance(event.data, str):
                        socket.close(1000, "enough")
                def closed(event):
                    print("TYPE", event.code, event.reason, socket.url, WebSocket.OPEN)
                socket = WebSocket("ws://localhost/", onopen=opened, onmessage=heard)
                socket.onclose = closed
                </script>
                """
                    .replace("TYPE", "py")
                + """
                <script type="mpy">
                from pyscript import WebSocket
                def opened(event):
                    socket.send("text")
                    socket.send(b"ab")
                async def heard(event):
                    print("mpy", event.data if isinstance(event.data, str) else bytes(event.data))
                    if not isinstance(event.data, str):
                        socket.close(1000, "enough")
                def closed(event):
                    print("mpy", event.code, event.reason, socket.url, WebSocket.OPEN)
                socket = WebSocket("ws://localhost/", onopen=opened, onmessage=heard)
                socket.onclose = closed
                </script>
                """);
    for (String type : new String[] {"py", "mpy"}) {
      page.says(type + " text").says(type + " b'ab'");
      page.says(type + " 1000 enough ws://localhost/ 1");
    }
  }
}
