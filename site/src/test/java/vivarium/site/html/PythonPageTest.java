package vivarium.site.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.document.Cell;
import vivarium.model.document.Span;
import vivarium.model.json.Json;
import vivarium.site.needs.PageNeeds;
import vivarium.site.render.References;
import vivarium.site.render.Surroundings;
import vivarium.site.source.SourceFolder;

class PythonPageTest {
  @TempDir Path folder;

  @Test
  void scripts_are_cells_without_their_indentation_at_their_lines() throws IOException {
    PythonPage page =
        read(
            """
            <!doctype html>
            <title>Sums</title>
            <script type="py">
                total = 1
                if total:
                    total += 1
            </script>
            <script type="mpy">import machine</script>
            <script type="py-editor" env="a">x = "<b>"</script>
            <py-script>y = 2</py-script>
            """);
    assertThat(page.document().title()).isEqualTo("Sums");
    assertThat(page.document().cells())
        .extracting(Cell::source)
        .containsExactly(
            "import pyscript", "total = 1\nif total:\n    total += 1", "x = \"<b>\"", "y = 2");
    assertThat(page.document().cells().get(1).sourceLine()).isEqualTo(4);
  }

  @Test
  void configurations_ask_for_packages_wherever_they_stand() throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        folder.resolve("conf/py.toml"), "packages = [\n  \"rich>=14\",\n  \"./a.whl\"\n]\n");
    Files.writeString(folder.resolve("main.py"), "import bs4\n\nimport numpy\n");
    PythonPage page =
        read(
            """
            <script type="py" src="main.py" config="conf/py.toml"></script>
            <script type="py" worker config='{"packages": ["humanize"]}'>import os</script>
            """);
    assertThat(page.document().frontMatter().packages())
        .containsExactly("rich>=14", "./a.whl", "humanize");
    var needs = PageNeeds.of(page);
    assertThat(needs.declared())
        .extracting(each -> each.requirement() + " " + each.where())
        .containsExactly("rich>=14 conf/py.toml:2:4", "humanize page.html:2:49");
    assertThat(needs.imports())
        .extracting(each -> each.module() + " " + each.where())
        .containsExactly("os page.html:2:69", "bs4 main.py:1:8", "numpy main.py:3:8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<script type=\"py\" wroker>1</script>|1:1: No attribute is called \"wroker\", and it has no"
            + " effect. Did you mean \"worker\"?",
        "<script type=\"python\">1</script>|1:15: A script of the type \"python\" does not run. Did"
            + " you mean \"py\"?",
        "<py-repl></py-repl>|1:1: PyScript no longer has <py-repl>. Write: <script"
            + " type=\"py-editor\">.",
        "<p id=\"out\"></p><script type=\"py\" target=\"uot\">1</script>|1:43: This page has no"
            + " element with the id \"uot\". Did you mean \"out\"?",
        "<script type=\"py\" src=\"a.py\">1</script>|1:1: This element has code of its own and"
            + " \"a.py\" besides. Keep one of the two.",
        "<py-config>pakages = [\"a\"]</py-config>|1:12: No key is called \"pakages\", and it has no"
            + " effect. Did you mean \"packages\"? If not, choose a name less like it.",
        "<py-config>packages = [</py-config>|1:24: This configuration is no TOML",
        "<py-config></py-config><py-config></py-config>|1:24: A page has one <py-config>, and this"
            + " is another.",
      })
  void what_a_browser_would_pass_over_is_told(String html, String expected) throws IOException {
    assertThat(read(html).diagnostics())
        .extracting(
            each ->
                each.where().line()
                    + ":"
                    + each.where().column()
                    + ": "
                    + each.message()
                    + " "
                    + each.remedy())
        .anyMatch(said -> said.startsWith(expected));
  }

  @Test
  void a_right_page_says_nothing() throws IOException {
    assertThat(
            read("""
                    <link rel="stylesheet" href="https://pyscript.net/releases/2026.7.3/core.css">
                    <script type="module" src="https://pyscript.net/releases/2026.7.3/core.js"></script>
                    <div id="out"></div>
                    <script type="py" target="#out" id="x" data-a="1" terminal worker></script>
                    <script type="py-editor" env="e" setup></script>
                    <py-config>packages = ["rich"]</py-config>
                    <button py-click="go">Go</button>
                    """)
                .diagnostics())
        .isEmpty();
  }

  @Test
  void only_where_pyscript_is_and_where_links_lead_changes_in_a_page() throws IOException {
    String html =
        """
        <!DOCTYPE html>
        <html>
          <head  lang=en>
          <LINK rel=stylesheet href=https://pyscript.net/latest/core.css >
          <script type='module' src='https://pyscript.net/latest/core.js'></script>
          <script type="module">import { hooks } from "https://pyscript.net/latest/core.js";</script>
          </head>
        <a href="loops.md#a">Loops</a> &copy; <img src="a b.png"><script src="/x.js"></script>
        <script type="py">display("</p>")</script>
        """;
    assertThat(built(html))
        .isEqualTo(
            html.replace(
                    "<head  lang=en>",
                    "<head  lang=en>\n<script type=\"application/json\" id=\"vivarium-pyscript\">"
                        + "{\"pyodide\":\"./vivarium/pyodide/\",\"packages\":{}}</script>")
                .replace(
                    "https://pyscript.net/latest/core.css ", "\"./vivarium/pyscript/core.css\" ")
                .replace("https://pyscript.net/latest", "./vivarium/pyscript")
                .replace("loops.md#a", "loops.html#a"));
  }

  @Test
  void a_page_without_pyscript_gets_it() throws IOException {
    assertThat(built("<p>Hello<script type=\"py\">1</script>"))
        .startsWith("\n<script type=\"application/json\" id=\"vivarium-pyscript\">")
        .contains("<script type=\"module\" src=\"./vivarium/pyscript/core.js\"></script><p>Hello");
  }

  @Test
  void files_of_elements_and_configurations_are_named() throws IOException {
    List<String> named = new ArrayList<>();
    built(
        """
        <py-config>
        [files]
        "{D}/ages.csv" = ""
        "{D}" = "./data"
        "https://example.org/x" = ""
        [js_modules.main]
        "./chart.js" = "chart"
        </py-config>
        <script type="py" src="main.py" config="a.toml"></script>
        <script type="py" config="packages = ['x']" worker></script>
        <video poster="p.png" src="https://example.org/v.mp4"></video>
        """,
        named);
    assertThat(named)
        .containsExactly("main.py", "a.toml", "p.png", "./data/ages.csv", "./chart.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"py\">",
        "<py-config>",
        "\u0000<py-script \u0000>",
        "<script type=py src=\"../../../etc/passwd\"></script>",
        "<py-config src=\"%\"></py-config>",
        "<svg><script type=\"py\">1</script></svg>",
        "<py-config type=\"json\">[[[</py-config>",
      })
  void any_text_is_read_and_built(String html) throws IOException {
    assertThat(built(html)).contains("vivarium-pyscript");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<script type=py", "<p>No Python</p>"})
  void a_page_without_python_stays_as_it_is(String html) throws IOException {
    assertThat(built(html)).isEqualTo(html);
  }

  private PythonPage read(String html) throws IOException {
    return PythonPage.read(
        "page.html", html.getBytes(StandardCharsets.UTF_8), new SourceFolder(folder));
  }

  private String built(String html) throws IOException {
    return built(html, new ArrayList<>());
  }

  private String built(String html, List<String> named) throws IOException {
    References references =
        new References() {
          @Override
          public String link(String destination, Span span) {
            return destination.replace(".md", ".html");
          }

          @Override
          public String image(String destination, Span span) {
            return file(destination, span);
          }

          @Override
          public String file(String destination, Span span) {
            named.add(destination);
            return destination.replace(" ", "%20");
          }
        };
    Surroundings surroundings =
        new Surroundings(
            "./",
            "",
            "",
            "./vivarium/pyodide",
            "",
            "",
            new Json.Arr(List.of()),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of());
    return read(html)
        .html(
            references,
            surroundings,
            new PageFolders("./vivarium/pyscript", "./vivarium/micropython"));
  }
}
