package vivarium.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Utf8;

/** Whatever a notebook or a script holds, there is a document, soon. */
class HostileNotebookTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @ParameterizedTest
  @ValueSource(
      strings = {"notebook/input.ipynb", "notebook-3/input.ipynb", "script-cells/input.py"})
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_file_may_be_cut_anywhere(String name) throws IOException {
    String text = Files.readString(GOLDEN.resolve(name), UTF_8);
    for (int cut = 0; cut < text.length(); cut += 3) {
      check(name, text.substring(0, cut));
      check(name, text.substring(0, cut) + text.substring(cut + 1));
      check(name, text.substring(0, cut) + "\"" + text.substring(cut));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"source\": 7}]}",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [[], \"a\"],"
            + " \"outputs\": {}, \"metadata\": [], \"id\": 1, \"attachments\": 2}]}",
        "{\"nbformat\": 4, \"metadata\": 1, \"cells\": []}",
        "{\"nbformat\": 99999999999, \"cells\": []}",
      })
  void parts_of_the_wrong_kind_are_passed_by(String text) {
    check("a.ipynb", text);
  }

  @Test
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_notebook_of_one_long_line_takes_no_quadratic_time() {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      cells.append("{\"cell_type\": \"code\", \"source\": \"%a\", \"outputs\": []},");
      cells.append("{\"cell_type\": \"markdown\", \"source\": \"# a\\n![](attachment:b)\"},");
    }
    check("a.ipynb", "{\"nbformat\": 4, \"cells\": [" + cells + "{}]}");
  }

  @Test
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_script_of_nothing_but_marks_and_brackets_is_read() {
    check("a.py", "# %%\n".repeat(50_000));
    check("a.py", "# %% [markdown] a=[{\"\n".repeat(10_000));
    check("a.py", "# %% " + "a=1 ".repeat(50_000) + "\n1");
    check("a.py", "# ---\n".repeat(10_000) + "# %%\n");
  }

  private static void check(String path, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Parsed parsed = DocumentParser.parse(path, bytes);
    assertThat(parsed.diagnostics()).hasSizeLessThan(200);
    if (bytes.length < 10_000) {
      Positions.assertInside(parsed, Utf8.read(path, bytes, new Findings()));
    }
  }
}
