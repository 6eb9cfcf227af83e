package vivarium.parse.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.parse.DocumentParser;

class SourceRecorderTest {
  private static final String CELL = "Text.\n\n```python {run #a}\n1\n```\n";

  @Test
  void new_outputs_stand_behind_the_cell_after_an_empty_line() {
    assertThat(record(CELL + "\nMore.\n", printed("1\n")))
        .isEqualTo(CELL + "\n```output\n1\n```\n\nMore.\n");
    assertThat(record(CELL.strip(), printed("1\n")))
        .isEqualTo(CELL.strip() + "\n\n```output\n1\n```");
  }

  @Test
  void recorded_outputs_are_replaced_and_outputs_of_nothing_go() {
    String recorded = CELL + "```out\n1\n```\n\n\n~~~error\nE: v\n~~~\n\nMore.\n";
    assertThat(record(recorded, printed("2\n"))).isEqualTo(CELL + "```out\n2\n```\n\nMore.\n");
    assertThat(record(recorded, Outputs.NONE)).isEqualTo(CELL + "\nMore.\n");
    Outputs same = parse("a.md", recorded).cells().get(0).outputs();
    assertThat(record(recorded, same)).isEqualTo(recorded);
  }

  @Test
  void streams_values_and_tracebacks_have_their_own_fences() {
    Outputs outputs =
        new Outputs(
            List.of(
                stream("a"),
                new Output.Stream("stderr", "careful\n"),
                new Output.Display(new MimeBundle(Map.of("text/plain", "<b>", "text/html", "x"))),
                new Output.Result(MimeBundle.text("7")),
                failure("ValueError", "no")));
    assertThat(record(CELL, outputs))
        .isEqualTo(
            CELL
                + "\n```output\na\n<b>\n7\n```\n\n```warning\ncareful\n```\n\n```error\n"
                + "Traceback\nValueError: no\n```\n");
  }

  @Test
  void colours_and_overwritten_text_are_left_out() {
    Outputs outputs = printed("10%\r20%\r\n\u001b[1;31mred\u001b[0m\u001b]0;title\u0007\n");
    assertThat(record(CELL, outputs)).isEqualTo(CELL + "\n```output\n20%\nred\n```\n");
  }

  @Test
  void a_fence_is_longer_than_those_in_its_text() {
    assertThat(record(CELL, printed("```\n  ````\n")))
        .isEqualTo(CELL + "\n`````output\n```\n  ````\n`````\n");
    assertThat(record("~~~python\n1\n~~~", printed("```\n")))
        .isEqualTo("~~~python\n1\n~~~\n\n~~~output\n```\n~~~");
  }

  @Test
  void a_cell_without_an_end_gets_one() {
    assertThat(record("```python\n1", printed("1\n")))
        .isEqualTo("```python\n1\n```\n\n```output\n1\n```");
    assertThat(record("```python\n1", Outputs.NONE)).isEqualTo("```python\n1");
  }

  @Test
  void lists_and_quotations_keep_their_margins() {
    assertThat(record("1. > ```python\n   > 1\n   > ```\n\ntext", printed("a\n\nb\n")))
        .isEqualTo(
            "1. > ```python\n   > 1\n   > ```\n   >\n   > ```output\n   > a\n   >\n   > b\n"
                + "   > ```\n\ntext");
    assertThat(record("-\t```python\n\t1\n\t```\n", printed("a\n")))
        .isEqualTo("-\t```python\n\t1\n\t```\n\n    ```output\n    a\n    ```\n");
    assertThat(record(">```python\n>1\n>```\n", printed(" a\n")))
        .isEqualTo(">```python\n>1\n>```\n>\n> ```output\n>  a\n> ```\n");
  }

  @Test
  void ends_of_lines_and_the_byte_order_mark_stay() {
    String text = "\uFEFF" + CELL.replace("\n", "\r\n");
    assertThat(record(text, printed("1\n"))).isEqualTo(text + "\r\n```output\r\n1\r\n```\r\n");
    assertThat(record(CELL.replace('\n', '\r'), printed("1\n")))
        .isEqualTo((CELL + "\n```output\n1\n```\n").replace('\n', '\r'));
  }

  @Test
  void cells_without_a_run_keep_what_they_have() {
    String text = CELL + "\n```output\nold\n```\n\n```python {#b}\n2\n```\n";
    assertThat(string(record("a.md", text, Map.of("b", printed("2"))))) //
        .isEqualTo(text + "\n```output\n2\n```\n");
    assertThat(string(record("a.md", text, Map.of()))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X",
        "> X",
        "- text\n\n  X",
        "1. X",
        "> 1. > - X",
        "::: {.note}\nX\n:::",
        "````{note}\nX\n````",
        "-\tX",
        "[^a]: text\n\n    X\n\n[^a]",
        "+ a\n  + b\n\n     X",
      })
  void what_is_recorded_is_what_is_read_and_recording_twice_changes_nothing(String around) {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      String text = inside(around, "```python\n1\n\n2\n```");
      for (int round = 0; round < 3; round++) {
        Outputs outputs = random(random);
        Document document = parse("a.md", text);
        Map<String, Outputs> all = new LinkedHashMap<>();
        document.cells().forEach(cell -> all.put(cell.id(), outputs));
        assertThat(all).hasSize(1);
        String recorded = string(record("a.md", text, all));
        Cell read = parse("a.md", recorded).cells().get(0);
        assertThat(read.outputs()).as(recorded).isEqualTo(MarkdownOutputs.of(outputs));
        assertThat(read.source()).isEqualTo("1\n\n2");
        assertThat(string(record("a.md", recorded, all))).isEqualTo(recorded);
        text = recorded;
      }
      Map<String, Outputs> none = Map.of(parse("a.md", text).cells().get(0).id(), Outputs.NONE);
      assertThat(string(record("a.md", text, none)).replace("\n", "").replace(" ", ""))
          .isEqualTo(inside(around, "```python\n1\n\n2\n```").replace("\n", "").replace(" ", ""));
    }
  }

  @Test
  void a_notebook_has_its_runs_numbered_with_setup_first() {
    String notebook =
        string(
            SourceRecorder.newNotebook(
                "a.md",
                "```python\n1\n```\n\n```python {setup}\n2\n```\n".getBytes(UTF_8),
                parse("a.md", "```python\n1\n```\n\n```python {setup}\n2\n```\n"),
                Map.of()));
    Document document = parse("a.ipynb", notebook);
    Map<String, Outputs> all = new LinkedHashMap<>();
    document.cells().forEach(cell -> all.put(cell.id(), printed(cell.source())));
    String recorded = string(record("a.ipynb", notebook, all));
    assertThat(recorded.indexOf("\"execution_count\": 2"))
        .isBetween(0, recorded.indexOf("\"execution_count\": 1"));
    assertThat(parse("a.ipynb", recorded).cells())
        .allSatisfy(cell -> assertThat(cell.outputs()).isEqualTo(all.get(cell.id())));
    assertThat(string(record("a.ipynb", recorded, all))).isEqualTo(recorded);
  }

  @Test
  void a_new_notebook_has_the_text_the_cells_and_what_they_wrote() {
    String text =
        """
        ---
        title: T
        ---

        # A

        ```python {raises env=x #a}
        1
        ```

        ```output
        0
        ```

        - ```python
          2
          ```
        """;
    Document document = parse("a.md", text);
    byte[] notebook =
        SourceRecorder.newNotebook(
            "a.md", text.getBytes(UTF_8), document, Map.of("a", printed("1\n")));
    Document read = DocumentParser.parse("a.ipynb", notebook).document();
    assertThat(read.frontMatter().title()).contains("T");
    assertThat(read.cells()).hasSize(1);
    Cell cell = read.cells().get(0);
    assertThat(cell.id()).isEqualTo("a");
    assertThat(cell.options()).isEqualTo(document.cells().get(0).options());
    assertThat(cell.outputs()).isEqualTo(printed("1\n"));
    assertThat(read.blocks()).hasSize(3);
  }

  @Test
  void a_script_becomes_a_notebook_cell_by_cell() {
    String script = "import a\n# %% [markdown]\n# # Title\n# text\n# %% Sum\n1 + 1\n";
    byte[] source = script.getBytes(UTF_8);
    Document document = DocumentParser.parse("a.py", source).document();
    byte[] notebook =
        SourceRecorder.newNotebook("a.py", source, document, Map.of("sum", printed("2")));
    Document read = DocumentParser.parse("a.ipynb", notebook).document();
    assertThat(read.title()).isEqualTo("Title");
    assertThat(read.cells()).extracting(Cell::source).containsExactly("import a", "1 + 1");
    assertThat(read.cells()).extracting(Cell::id).containsExactly("cell", "sum");
  }

  @Test
  void what_cannot_record_is_refused_with_a_reason() {
    byte[] latin = "é".getBytes(ISO_8859_1);
    assertThat(SourceRecorder.refusal("a.py", new byte[0])).isPresent();
    assertThat(SourceRecorder.refusal("a.md", latin).orElseThrow()).contains("UTF-8");
    assertThat(SourceRecorder.refusal("a.ipynb", "{}".getBytes(UTF_8))).isPresent();
    assertThat(SourceRecorder.refusal("a.qmd", CELL.getBytes(UTF_8))).isEmpty();
    assertThatThrownBy(() -> record("a.py", "1", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String inside(String around, String block) {
    int at = around.indexOf('X');
    int line = around.lastIndexOf('\n', at) + 1;
    String margin = around.substring(line, at).replaceAll("[-+0-9.\\[\\]^a:]", " ");
    return around.replace("X", block.replace("\n", "\n" + margin)) + "\n";
  }

  private static Outputs random(Random random) {
    List<String> pieces =
        List.of(
            "a",
            " ",
            "\n",
            "\n",
            "```",
            "~~~~",
            "\t",
            "> ",
            "- ",
            ":::",
            "é",
            "\u001b[1m",
            "\r",
            "<!--",
            "    ",
            "1. ",
            "\f",
            "\0",
            "\\",
            "*",
            "Error: x",
            "````");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    String traceback = "Traceback:\n" + text + "\nValueError: " + random.nextInt(3);
    return new Outputs(
        switch (random.nextInt(5)) {
          case 0 -> List.of();
          case 1 -> List.of(stream(text.toString()));
          case 2 -> List.of(new Output.Stream("stderr", text.toString()));
          case 3 -> List.of(stream("x" + text), new Output.Result(MimeBundle.text("7" + text)));
          default ->
              List.of(
                  stream(text.toString()),
                  new Output.Failure("ValueError", "", traceback, List.of()));
        });
  }

  private static String record(String text, Outputs outputs) {
    String id = parse("a.md", text).cells().get(0).id();
    return string(record("a.md", text, Map.of(id, outputs)));
  }

  private static byte[] record(String path, String text, Map<String, Outputs> outputs) {
    byte[] source = text.getBytes(UTF_8);
    Document document = DocumentParser.parse(path, source).document();
    return SourceRecorder.record(path, source, document, outputs);
  }

  private static Document parse(String path, String text) {
    return DocumentParser.parse(path, text.getBytes(UTF_8)).document();
  }

  private static String string(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static Outputs printed(String text) {
    return new Outputs(List.of(stream(text)));
  }

  private static Output stream(String text) {
    return new Output.Stream("stdout", text);
  }

  private static Output failure(String name, String value) {
    return new Output.Failure(name, value, "Traceback\n" + name + ": " + value, List.of());
  }
}
