package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.supply.TestWheel;
import vivarium.site.write.Sha256;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Packages from other places than the page's own: descriptions of more of them, and indexes. */
class PackageSourcesTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @ParameterizedTest
  @CsvSource({"py,toml", "py,json", "mpy,toml", "mpy,json"})
  void a_file_can_name_more_packages_and_files(String type, String format) {
    PageServer.put(
        "remote/inner-1.0-py3-none-any.whl",
        TestWheel.of("inner", "1.0").file("inner/__init__.py", "answer = 42").bytes());
    PageServer.put("remote/extra.txt", "extra");
    PageServer.put(
        "remote/more.toml",
        "name = \"more\"\npackages = [\"./inner-1.0-py3-none-any.whl\"]\n[files]\n\"./extra.txt\" = \"\"\n");
    PageServer.put(
        "remote/more.json",
        "{\"packages\": [\"./inner-1.0-py3-none-any.whl\"], \"files\": {\"./extra.txt\": \"\"}}");
    PageServer.put("remote/nested.toml", "packages = [\"./more." + format + "\"]");
    PyscriptPage page =
        PAGES
            .open(
                type,
                """
            <TYPE-config>packages = ["remote/nested.toml"]</TYPE-config>
            <script type="TYPE">
            import inner
            print(inner.answer, open("extra.txt").read())
            </script>
            """)
            .allDone();
    assertThat(page.console()).contains("42 extra");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " worker"})
  void micropython_installs_from_an_index_and_from_addresses(String worker) {
    PageServer.put(
        "index/package/py/outer/latest.json",
        """
        {"v": 1, "version": "1.0", "hashes": [["outer/__init__.py", "abcdef12"]], "deps": [["needed", "2.0"]]}
        """);
    PageServer.put("index/file/ab/abcdef12", "import needed\nanswer = needed.answer + 1\n");
    PageServer.put(
        "index/package/py/needed/2.0.json",
        "{\"v\": 1, \"urls\": [[\"needed.py\", \"../../../file/needed.py\"]]}");
    PageServer.put("index/file/needed.py", "answer = 41\n");
    PageServer.put("single.py", "answer = 'é'\n");
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                """
            <mpy-config>
            packages = ["outer", "./single.py"]
            index_urls = ["INDEX"]
            </mpy-config>
            <script type="mpy"WORKER>
            import mip, outer, single
            print(outer.answer, single.answer)
            try:
                mip.install("nowhere")
            except ValueError as error:
                print(error)
            </script>
            """
                    .replace("WORKER", worker)
                    .replace("INDEX", PageServer.url(Headers.PLAIN, "index/")))
            .allDone();
    assertThat(page.console())
        .contains("42 é", "mip has no index to find 'nowhere' in: name one in index_urls");
  }

  @Test
  void a_package_that_micropython_cannot_have_is_said_with_what_to_do() {
    PyscriptPage page =
        PAGES
            .open(
                "mpy",
                "<mpy-config>packages = ['nowhere']</mpy-config><script type=\"mpy\">1</script>")
            .allDone();
    assertThat(page.text(".py-error")).contains("(PY1001)", "nowhere", "index_urls");
    PAGES.forgive();
  }

  /** With an engine of the author's that brings micropip; a stand-in tells what it is asked for. */
  @Test
  void micropip_is_asked_with_the_indexes_of_the_configuration() {
    byte[] micropip =
        TestWheel.of("micropip", "9.9")
            .file(
                "micropip/__init__.py",
                """
            import pathlib, sys
            async def install(names, index_urls=None):
                print("asked for", list(names), "from", list(index_urls))
                pathlib.Path(sys.path[-1], "wanted.py").write_text("answer = 42")
            """)
            .bytes();
    PageServer.put("own/micropip-9.9-py3-none-any.whl", micropip);
    for (String name :
        new String[] {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"}) {
      PageServer.put("own/" + name, engine(name));
    }
    JsonObject lock =
        JsonObject.of(Json.parse(new String(engine("pyodide-lock.json"), StandardCharsets.UTF_8)));
    JsonObject entry =
        JsonObject.of(JsonObject.of(lock.get("packages")).get("micropip"))
            .with("file_name", "micropip-9.9-py3-none-any.whl")
            .with("sha256", Sha256.of(micropip))
            .with("depends", new Json.Arr(List.of()));
    lock =
        lock.with(
            "packages",
            JsonObject.of(lock.get("packages")).with("micropip", entry.build()).build());
    PageServer.put("own/pyodide-lock.json", lock.build().text());
    PyscriptPage page =
        PAGES
            .open(
                "py",
                """
            <py-config>
            interpreter = "./own/pyodide.mjs"
            packages = ["wanted"]
            index_urls = ["https://index.example/simple"]
            </py-config>
            <script type="py">
            import wanted
            print(wanted.answer)
            </script>
            """)
            .allDone();
    assertThat(page.console())
        .contains("asked for ['wanted'] from ['https://index.example/simple']", "42");
  }

  private static byte[] engine(String name) {
    return PageServer.asset("pyscript/pyodide/" + name);
  }
}
