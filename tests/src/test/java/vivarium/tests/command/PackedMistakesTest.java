package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of pages of HTML that cannot be in one file as they are. */
class PackedMistakesTest {
  @TempDir Path folder;

  @Test
  void what_cannot_be_in_one_file_is_refused_with_its_line() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    Files.writeString(folder.resolve("inner.html"), "<p>Inner");
    Files.writeString(folder.resolve("page.html"), "");
    Vivarium.Result result =
        pack(
            """
            <!doctype html><meta charset="utf-8"><title>T</title>
            <py-config>
            interpreter = "https://example.org/pyodide.mjs"
            </py-config>
            <iframe src="inner.html"></iframe>
            <script type="importmap">
            {"imports": {"x": "./lib/x.js"}}
            </script>
            <script type="py">print(1)</script>
            <svg>
            """);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "page.html:3:1: Python comes from another place here",
            "page.html:5:14: \"inner.html\" is a page of its own",
            "page.html:7:17: An import map",
            "page.html:11:1: The page ends within an element");
    assertThat(folder.resolve("out.html")).doesNotExist();
  }

  @Test
  void scripts_that_import_each_other_are_refused_where_the_circle_closes() throws IOException {
    Files.writeString(folder.resolve("a.js"), "import './b.js';\n");
    Files.writeString(folder.resolve("b.js"), "\nimport './a.js';\n");
    Vivarium.Result result = pack("<script type=module src=a.js></script>");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("b.js:2:8: \"./a.js\" imports this script, too.");
  }

  @Test
  void what_is_missing_or_does_not_work_from_a_disk_is_told() throws IOException {
    Files.writeString(folder.resolve("other.html"), "");
    Vivarium.Result result =
        pack(
            """
            <!doctype html><title>T</title>
            <img src="none.png" alt="">
            <img src="../up.png" srcset="none-2.png 2x" alt="">
            <a href="other.html">Other</a>
            <style>
            p { background: url(none-3.png) }
            </style>
            <script type="module">
            import "./none.js";
            </script>
            <script type="mpy"
              worker>print(1)</script>
            <script>navigator.serviceWorker.register("sw.js")</script>
            """);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains(
            "page.html:2:11: warning: The file \"none.png\" does not exist.",
            "page.html:3:11: warning: \"../up.png\" lies outside the folder",
            "page.html:3:30: warning: The file \"none-2.png\" does not exist.",
            "page.html:4:10: warning: The page leads to \"other.html\", which is not in the file.",
            "page.html:6:1: warning: The file \"none-3.png\" does not exist.",
            "page.html:9:8: warning: The script \"./none.js\" does not exist",
            "page.html:12:9: warning: MicroPython in a worker cannot wait for the page",
            "page.html:13:1: warning: This script installs a service worker");
  }

  @Test
  void a_page_that_is_not_utf_8_is_refused() throws IOException {
    Files.write(
        folder.resolve("page.html"),
        "<!doctype html>\n<p>Höhle".getBytes(StandardCharsets.ISO_8859_1));
    Vivarium.Result result = pack();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("page.html:2:5: There is a byte here that is not UTF-8.");
  }

  private Vivarium.Result pack(String text) throws IOException {
    Files.writeString(folder.resolve("page.html"), text);
    return pack();
  }

  private Vivarium.Result pack() {
    return Vivarium.run(
        "pack",
        folder.resolve("page.html").toString(),
        "-o",
        folder.resolve("out.html").toString());
  }
}
