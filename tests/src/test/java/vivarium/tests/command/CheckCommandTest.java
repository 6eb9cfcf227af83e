package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A check with the real Python and a real browser. */
@Timeout(300)
class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void a_good_course_passes_with_its_slides() throws IOException {
    write(
        "course/a.md",
        "# A\n\n## Sum\n\n```python {run}\nprint(1 + 1)\n```\n\n```output\n2\n```\n");
    write("course/b.md", "---\nformat: page\n---\n# B\n\n[to A](a.md)\n");
    Vivarium.Result result = check("course", "--slides");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("Checked 2 documents, 1 cell in ").contains("nothing");
  }

  @Test
  void what_differs_raises_or_leads_nowhere_is_named_with_its_line() throws IOException {
    write(
        "a.md",
        """
        ---
        format: page
        ---

        ```python {run}
        print(1 + 1)
        ```

        ```output
        3
        ```

        ```python {run}
        x = 1
        x / 0
        ```

        ```python {run raises}
        x
        ```

        [nowhere](missing.md)
        """);
    Vivarium.Result result = check("a.md");
    String file = folder.resolve("a.md").toString().replace('\\', '/');
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .containsSubsequence(
            file + ":9: ",
            "    - 3",
            "    + 2",
            "anew with vivarium run " + file + " --inplace.",
            "a.md:15: ",
            "ZeroDivisionError",
            "a.md:18: ",
            "a.md:22:1: The file \"missing.md\" does not exist.")
        .doesNotContain("\tat ");
    assertThat(result.out()).contains("4 errors.");
  }

  @Test
  void a_cell_without_end_costs_its_document_and_no_other() throws IOException {
    write("c/a.md", "```python {run timelimit=1}\nwhile True: pass\n```\n");
    write("c/b.md", "```python {run}\n1\n```\n");
    Path xml = folder.resolve("report.xml");
    Vivarium.Result result = check("c", "--junit", xml.toString());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("a.md:2: ").contains("1 s").doesNotContain("b.md");
    assertThat(xml).content().contains("type=\"cell-time-limit\"");
  }

  @Test
  void a_slide_from_which_something_sticks_out_is_named_with_its_line() throws IOException {
    write(
        "deck.md",
        "---\ntitle: Deck\n---\n\n## Fits\n\n- one\n\n## Too long\n\n"
            + "- item\n".repeat(20)
            + "- the last\n\n## Scrolls {.scrollable}\n\n"
            + "- item\n".repeat(30)
            + "\n-v-\n\n<p style=\"width: 3000px\">wide</p>\n");
    Vivarium.Result result = check("deck.md", "--slides");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .containsPattern(
            "deck\\.md:9:1: The list item \"the last\" sticks out by \\d+ px at the bottom")
        .containsPattern(
            "deck\\.md:68:1: The paragraph \"wide\" sticks out by \\d+ px at the right");
    assertThat(result.out()).contains("2 errors.");
  }

  @Test
  void outputs_count_when_slides_are_measured() throws IOException {
    String cell = "```python {run}\nfor i in range(8):\n    print(i)\n```\n\n";
    write("deck.md", "## Two\n\n" + cell + cell);
    Vivarium.Result result = check("deck.md", "--slides");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("deck.md:1:1: The output of the cell \"two-cell-2\" sticks out");
  }

  @Test
  void a_deck_whose_script_never_ends_does_not_keep_the_others_from_being_measured()
      throws IOException {
    write("c/a.md", "## A\n\n<script>while (true);</script>\n");
    write("c/b.md", "## B\n\n" + "- item\n".repeat(30));
    Vivarium.Result result = check("c", "--slides");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("a.md: The slides could not be measured")
        .contains("b.md:1:1: The list item");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are killed there, not interrupted")
  void a_check_that_is_interrupted_while_slides_are_measured_says_nothing() throws Exception {
    Path err = folder.resolve("err");
    try (ServerSocket pictures = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String picture = "http://127.0.0.1:" + pictures.getLocalPort() + "/late.png";
      write("c/a.md", "## A\n\n![never comes](" + picture + ")\n");
      write("c/b.md", "## B\n");
      Process check =
          Vivarium.builder("check", folder.resolve("c").toString(), "--slides")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(err.toFile())
              .start();
      try (Socket waiting = pictures.accept()) {
        assertThat(waiting.isConnected()).isTrue();
        // A terminal interrupts the browser as well.
        List<ProcessHandle> browser = check.descendants().toList();
        check.destroy();
        browser.forEach(ProcessHandle::destroy);
        check.waitFor();
      }
    }
    assertThat(err).isEmptyFile();
  }

  private Vivarium.Result check(String source, String... more) {
    String[] arguments = new String[2 + more.length];
    arguments[0] = "check";
    arguments[1] = folder.resolve(source).toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Vivarium.run(arguments);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
