package vivarium.model.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class NotebookRecorderTest {
  private static final String NOTEBOOK =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "metadata": {},
         "source": ["# “Loops”\\u0020", 1.0]
        },
        {
         "cell_type": "code",
         "execution_count": null,
         "metadata": {"z": 1, "a": 2.50},
         "outputs": [],
         "source": [
          "1"
         ]
        }
       ],
       "metadata": {},
       "nbformat": 4,
       "nbformat_minor": 2
      }
      """;

  private static final Outputs ALL =
      new Outputs(
          List.of(
              new Output.Stream("stdout", "a\n"),
              new Output.Stream("stdout", "b\u2028c"),
              new Output.Stream("stderr", "é\u001b\"\\\t\ud800"),
              new Output.Display(
                  bundle("text/plain", "x\ny", "image/png", "AA==", "application/json", "[1, {}]")),
              new Output.Result(bundle("image/svg+xml", "<svg>\n</svg>", "text/plain", "")),
              new Output.Failure("E", "v", "one\ntwo", List.of(new Output.Frame("cell", 1)))));

  @Test
  void outputs_stand_as_nbformat_writes_them_and_all_else_stays() {
    String recorded = NotebookRecorder.record(NOTEBOOK, Map.of(1, new CellRun(ALL, 3)));
    assertThat(recorded)
        .isEqualTo(
            NOTEBOOK
                .replace("\"execution_count\": null", "\"execution_count\": 3")
                .replace(
                    "\"outputs\": []",
                    """
                    "outputs": [
                        {
                         "name": "stdout",
                         "output_type": "stream",
                         "text": [
                          "a\\n",
                          "b\u2028",
                          "c"
                         ]
                        },
                        {
                         "name": "stderr",
                         "output_type": "stream",
                         "text": [
                          "é\\u001b\\"\\\\\\t\\ud800"
                         ]
                        },
                        {
                         "data": {
                          "application/json": [
                           1,
                           {}
                          ],
                          "image/png": "AA==",
                          "text/plain": [
                           "x\\n",
                           "y"
                          ]
                         },
                         "metadata": {},
                         "output_type": "display_data"
                        },
                        {
                         "data": {
                          "image/svg+xml": [
                           "<svg>\\n",
                           "</svg>"
                          ],
                          "text/plain": []
                         },
                         "execution_count": 3,
                         "metadata": {},
                         "output_type": "execute_result"
                        },
                        {
                         "ename": "E",
                         "evalue": "v",
                         "output_type": "error",
                         "traceback": [
                          "one",
                          "two"
                         ]
                        }
                       ]"""));
    assertThat(NotebookRecorder.record(recorded, Map.of(1, new CellRun(ALL, 3))))
        .isEqualTo(recorded);
    assertThat(NotebookRecorder.record(recorded, Map.of(1, new CellRun(Outputs.NONE, 3))))
        .isEqualTo(NOTEBOOK.replace("\"execution_count\": null", "\"execution_count\": 3"));
    NotebookSchema.check(recorded.replace(", 1.0]", "]"));
  }

  @Test
  void nothing_changes_without_a_run() {
    assertThat(NotebookRecorder.record(NOTEBOOK, Map.of())).isEqualTo(NOTEBOOK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void ends_of_lines_and_indents_are_those_of_the_text(String end) {
    for (String indent : List.of("  ", "\t", "    ")) {
      String text = indented(NOTEBOOK, indent).replace("\n", end);
      String recorded = NotebookRecorder.record(text, Map.of(1, new CellRun(ALL, 1)));
      String usual = NotebookRecorder.record(NOTEBOOK, Map.of(1, new CellRun(ALL, 1)));
      assertThat(recorded).isEqualTo(indented(usual, indent).replace("\n", end));
    }
  }

  @Test
  void a_text_of_one_line_stays_one() {
    Outputs outputs = new Outputs(List.of(new Output.Stream("stdout", "a\nb")));
    assertThat(record(NotebookReaderTest.code("\"a\"", "[]"), outputs))
        .isEqualTo(
            NotebookReaderTest.code(
                    "\"a\"",
                    "[{\"name\": \"stdout\", \"output_type\": \"stream\","
                        + " \"text\": \"a\\nb\"}]")
                .replace("null", "1"));
    String tight = NotebookReaderTest.code("[\"a\"]", "[]").replace(" ", "");
    assertThat(record(tight, outputs))
        .isEqualTo(
            NotebookReaderTest.code(
                    "[\"a\"]",
                    "[{\"name\":\"stdout\",\"output_type\":\"stream\","
                        + "\"text\":[\"a\\n\",\"b\"]}]")
                .replace(" ", "")
                .replace("null", "1"));
  }

  @Test
  void a_text_that_escapes_all_beyond_ascii_goes_on_to_do_so() {
    Outputs outputs = new Outputs(List.of(new Output.Stream("stdout", "é\ud83d\ude00\u007f")));
    assertThat(record(NotebookReaderTest.code("[\"\\u00e9\"]", "[]"), outputs))
        .contains("\"\\u00e9\\ud83d\\ude00\u007f\"");
    assertThat(record(NotebookReaderTest.code("[\"\\\\u00e9\"]", "[]"), outputs))
        .contains("\"é\ud83d\ude00\u007f\"");
    assertThat(record(NotebookReaderTest.code("[\"\\u00e9 è\"]", "[]"), outputs))
        .contains("\"é\ud83d\ude00\u007f\"");
  }

  @Test
  void outputs_that_are_there_already_keep_their_form_but_not_their_number() {
    String same =
        """
        [{"data": {"text/plain": "1"}, "execution_count": 7, "metadata": {"isolated": true},
          "output_type": "execute_result"}]""";
    String text = NotebookReaderTest.code("[\"1\"]", same);
    assertThat(record(text, new Outputs(List.of(new Output.Result(MimeBundle.text("1"))))))
        .isEqualTo(text.replace("7", "1").replace("null", "1"));
    assertThat(record(text, new Outputs(List.of(new Output.Result(MimeBundle.text("2"))))))
        .doesNotContain("isolated");
  }

  @Test
  void members_that_a_cell_lacks_are_added() {
    String text =
        "{\n  \"nbformat\": 4,\n  \"cells\": [\n    {\n      \"cell_type\": \"code\"\n    }\n  ]\n}";
    assertThat(record(text, Outputs.NONE))
        .isEqualTo(
            "{\n  \"nbformat\": 4,\n  \"cells\": [\n    {\n      \"cell_type\": \"code\",\n"
                + "      \"execution_count\": 1,\n      \"outputs\": []\n    }\n  ]\n}");
  }

  @Test
  void nbformat_3_and_what_is_no_notebook_are_refused_with_a_reason() {
    String old = "{\"nbformat\": 3, \"worksheets\": []}";
    assertThat(NotebookRecorder.refusal(old).orElseThrow()).contains("nbformat 3");
    assertThat(NotebookRecorder.refusal("{").orElseThrow()).contains("not JSON");
    assertThat(NotebookRecorder.refusal(NOTEBOOK)).isEmpty();
    assertThatThrownBy(() -> NotebookRecorder.record(old, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nbformat 3");
  }

  @Test
  void only_code_cells_have_outputs() {
    for (int index : new int[] {-1, 0, 2}) {
      assertThatThrownBy(
              () -> NotebookRecorder.record(NOTEBOOK, Map.of(index, new CellRun(ALL, 1))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_new_notebook_is_of_version_4_5_and_well_formed() {
    String text =
        new NewNotebook()
            .raw("head", "---\ntitle: é\n---")
            .markdown("text", "# A\n\nB")
            .code(
                "a b", "print(1)\n2", List.of("raises-exception"), Optional.of(new CellRun(ALL, 1)))
            .code("a-b", "3", List.of(), Optional.empty())
            .code("ü".repeat(80), "", List.of(), Optional.empty())
            .code("", "", List.of(), Optional.empty())
            .text();
    NotebookSchema.check(text);
    Notebook notebook = ((NotebookResult.Read) NotebookReader.read(text)).notebook();
    assertThat(notebook.cells())
        .extracting(cell -> cell.id().orElseThrow())
        .containsExactly("head", "text", "a-b", "a-b-2", "-".repeat(64), "cell");
    assertThat(notebook.language()).contains("python");
    assertThat(notebook.cells().get(2).metadata().tags()).containsExactly("raises-exception");
    assertThat(NotebookRecorder.record(text, Map.of(2, new CellRun(ALL, 1)))).isEqualTo(text);
  }

  private static String record(String text, Outputs outputs) {
    return NotebookRecorder.record(text, Map.of(0, new CellRun(outputs, 1)));
  }

  private static MimeBundle bundle(String... typesAndValues) {
    Map<String, String> data = new LinkedHashMap<>();
    for (int i = 0; i < typesAndValues.length; i += 2) {
      data.put(typesAndValues[i], typesAndValues[i + 1]);
    }
    return new MimeBundle(data);
  }

  private static String indented(String text, String indent) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      int spaces = line.length() - line.stripLeading().length();
      out.append(line.isBlank() ? line : indent.repeat(spaces) + line.substring(spaces));
    }
    return out.toString();
  }
}
