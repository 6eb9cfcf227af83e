package vivarium.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.tests.command.Vivarium;

/** A course from somebody else, built on the machine of whoever opens it. */
class HostileCourseTest {
  private static final String SECRET = "the-password-of-the-author";

  /** All ways in which a document names files, and what its code tries by itself. */
  private static final String DOCUMENT =
      """
      ---
      title: A
      theme: ../theme
      css: [../secret.css, link.css, a.css]
      files: [../secret.txt, link.txt, out/secret.txt, /etc/passwd, "out/*.txt"]
      ---

      ![a](../secret.txt) [b](../secret.txt) [c](out/secret.txt) ![d](%2e%2e/secret.txt)
      ![e](link.txt) ![f](/etc/passwd) ![g](file:///etc/passwd)

      <img src="../secret.txt" srcset="../secret.txt 2x"><script src="../secret.py"></script>
      <iframe src="out/secret.txt"></iframe><object data="../secret.txt"></object>

      {{< include ../secret.txt >}}

      ```{include} ../secret.txt
      ```

      ```python {run}
      import js, os
      def lies(path):
          try:
              return open(path).read()
          except OSError:
              return "nothing"
      places = ["../secret.txt", "secret.txt", "link.txt", "out/secret.txt", "SECRET",
                "/etc/passwd", "/proc/self/environ", os.path.expanduser("~/.ssh")]
      print(*{lies(place) for place in places})
      print(os.environ.get("VIVARIUM_SECRET"), hasattr(js, "process"), hasattr(js, "Java"))
      ```
      """;

  private static final String PAGE =
      """
      <!doctype html><html><head><title>P</title>
      <script type="module" src="https://pyscript.net/releases/2026.1.1/core.js"></script></head><body>
      <script type="py" src="../secret.py"
        config='{"files": {"../secret.txt": "here.txt", "out/secret.txt": ""}}'></script>
      <script type="mpy" src="out/secret.py" worker config="../secret.toml"></script>
      <img src="../secret.txt"><a href="out/secret.txt">secret</a>
      </body></html>
      """;

  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["![a](../secret.txt) ![b](link.txt)"]},
       {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
        "source": ["%load ../secret.txt\\n", "!cat ../secret.txt /etc/passwd"]}],
       "metadata": {"vivarium": {"files": ["../secret.txt"]}}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir Path disk = Path.of("");

  @BeforeEach
  void a_secret_lies_beside_the_course() throws IOException {
    for (String name : List.of("secret.txt", "secret.css", "secret.py", "secret.toml")) {
      write(name, SECRET);
    }
    write("theme/theme.css", SECRET);
    write("course/a.css", "@import '../secret.css'; p { background: url(out/secret.txt) }");
    Path course = disk.resolve("course");
    Files.createSymbolicLink(course.resolve("link.txt"), disk.resolve("secret.txt"));
    Files.createSymbolicLink(course.resolve("link.css"), Path.of("../secret.css"));
    Files.createSymbolicLink(course.resolve("link.md"), Path.of("../secret.txt"));
    Files.createSymbolicLink(course.resolve("out"), disk);
  }

  @Test
  void nothing_of_the_machine_gets_into_a_site() throws Exception {
    write("course/a.md", DOCUMENT);
    write("course/page.html", PAGE);
    write("course/book.ipynb", NOTEBOOK);
    Path said = disk.resolve("said.txt");
    ProcessBuilder build =
        Vivarium.builder("build", "course", "-o", "site").directory(disk.toFile());
    build.environment().put("VIVARIUM_SECRET", SECRET);
    build.environment().put("SECRET", SECRET);
    Process process = build.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    assertThat(said)
        .content()
        .contains("course/a.md:4: warning: \"../secret.css\" lies outside the folder")
        .contains("course/a.md:5:", "course/a.css:1:", "course/page.html:3:", "course/link.md: ")
        .contains("symbolic link")
        .doesNotContain(SECRET, "\tat ");
    assertThat(disk.resolve("site/a.html")).content().contains("nothing\nNone False False");
    assertThat(holding(SECRET)).isEmpty();
    assertThat(holding("root:x:0:0")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a tag of Java   | !!javax.script.ScriptEngineManager [!!java.net.URL [x]] | Tags",
        "a tag of Python | !!python/object/apply:os.system ['touch owned']         | Tags",
        "nesting         | '[x50000'                                               | nests deeper",
        "aliases         | *bomb                                                   | 50 aliases",
      })
  @Timeout(60)
  void front_matter_is_data_of_bounded_size(String name, String value, String fault)
      throws IOException {
    String text = value.equals("[x50000") ? "[".repeat(50_000) : value;
    String before = value.equals("*bomb") ? bomb() : "";
    write("course/a.md", "---\n" + before + "title: " + text + "\n---\n\n# A\n");
    Vivarium.Result result = build();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("a.md:").contains(fault).doesNotContain("\tat ");
    assertThat(disk.resolve("site")).doesNotExist();
    assertThat(disk.resolve("owned")).doesNotExist();
  }

  @Test
  void a_cell_without_end_is_ended_and_named_with_its_line() throws IOException {
    write("course/a.md", "# A\n\n```python {run timelimit=1}\nwhile True: pass\n```\n");
    write("course/b.md", "# B\n\n```python {run}\n6 * 7\n```\n");
    Vivarium.Result built = build();
    assertThat(built.exitCode()).isZero();
    assertThat(built.err()).contains("a.md:4: warning: ").contains("1 s").doesNotContain("b.md");
    assertThat(disk.resolve("site/b.html")).content().contains("42");
    Vivarium.Result checked = Vivarium.run("check", disk.resolve("course").toString());
    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.err()).contains("a.md:4: ").contains("1 s").doesNotContain("b.md");
  }

  /** Each line has nine times as much as the one before: 9^11 texts. */
  private static String bomb() {
    StringBuilder text = new StringBuilder("l0: &l0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      String inner = ("*l" + (i - 1) + " ,").repeat(9);
      text.append("l" + i + ": &l" + i + " [" + inner + "]\n");
    }
    return text.append("bomb: &bomb [*l11 ]\n").toString();
  }

  private Vivarium.Result build() {
    return Vivarium.run(
        "build", disk.resolve("course").toString(), "-o", disk.resolve("site").toString());
  }

  /** The files of the site in which a text stands. */
  private List<String> holding(String text) throws IOException {
    List<String> holding = new ArrayList<>();
    try (Stream<Path> files = Files.walk(disk.resolve("site"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          holding.add(file.toString());
        }
      }
    }
    return holding;
  }

  private void write(String name, String text) throws IOException {
    Path file = disk.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
