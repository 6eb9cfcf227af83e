package vivarium.model.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.model.notebook.NotebookCell.Line;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;

class NotebookReaderTest {
  @Test
  void a_source_may_be_a_string_or_a_list_and_each_line_knows_its_place() {
    Notebook notebook =
        read(
            """
            {"nbformat": 4, "cells": [
              {"cell_type": "code", "source": [
                "a\\n",
                "b", "c\\r\\n",
                "d"]},
              {"cell_type": "code", "source": "é\\tx\\ny"},
              {"cell_type": "code", "source": []}
            ]}
            """);
    assertThat(notebook.cells().get(0).lines())
        .containsExactly(new Line("a", 3, 6), new Line("bc", 4, 6), new Line("d", 5, 6));
    assertThat(notebook.cells().get(0).extent()).isEqualTo(new Extent(2, 35, 5));
    assertThat(notebook.cells().get(1).lines())
        .containsExactly(new Line("é\tx", 6, 36), new Line("y", 6, 42));
    assertThat(notebook.cells().get(2).lines()).isEmpty();
  }

  @Test
  void escaped_ends_of_lines_part_lines_too() {
    Notebook notebook = read(code("\"a\\u000ab\\rc\\\\nd\\r\"", "[]"));
    assertThat(notebook.cells().get(0).source()).isEqualTo("a\nb\nc\\nd");
  }

  @Test
  void a_list_is_joined_unless_its_type_is_json() {
    MimeBundle bundle =
        ((Output.Display)
                output(
                    """
                    {"output_type": "display_data", "metadata": {}, "data": {
                      "text/html": ["<b>", "</b>"],
                      "image/png": "AA==",
                      "application/json": ["a ", "b"],
                      "application/vnd.x+json": {"k": [1.50, NaN, -Infinity, true]},
                      "text/plain": 7
                    }}
                    """))
            .bundle();
    assertThat(bundle.data())
        .isEqualTo(
            Map.of(
                "text/html", "<b></b>",
                "image/png", "AA==",
                "application/json", "[\"a \",\"b\"]",
                "application/vnd.x+json", "{\"k\":[1.50,null,null,true]}"));
  }

  @Test
  void a_traceback_is_joined_with_newlines_and_keeps_its_colours() {
    assertThat(
            output(
                """
                {"output_type": "error", "ename": "E", "evalue": "v",
                 "traceback": ["\\u001b[0;31ma", "b"]}
                """))
        .isEqualTo(new Output.Failure("E", "v", "\u001b[0;31ma\nb", List.of()));
  }

  @Test
  void metadata_says_tags_slides_and_types() {
    NotebookCell cell =
        read("""
                {"nbformat": 4, "nbformat_minor": 5, "cells": [{"cell_type": "raw", "id": "a-1",
                 "source": "", "metadata": {"tags": ["x", 1, "y"], "raw_mimetype": "Text/HTML",
                 "slideshow": {"slide_type": "slide"}}}], "metadata": {}}
                """)
            .cells()
            .get(0);
    assertThat(cell.metadata().tags()).containsExactly("x", "y");
    assertThat(cell.metadata().slideType()).contains("slide");
    assertThat(cell.metadata().mimeType()).contains("text/html");
    assertThat(cell.id()).contains("a-1");
  }

  @Test
  void what_a_newer_version_adds_is_passed_by_and_counted() {
    Notebook notebook =
        read(
            """
            {"nbformat": 4, "nbformat_minor": 99, "future": {}, "metadata": {}, "cells": [
              {"cell_type": "sql", "source": "select 1"},
              7,
              {"cell_type": "code", "new": 1, "source": "1", "outputs": [{"output_type": "x"}]}]}
            """);
    assertThat(notebook.minor()).isEqualTo(99);
    assertThat(notebook.cells())
        .extracting(NotebookCell::kind)
        .containsExactly(Kind.UNKNOWN, Kind.UNKNOWN, Kind.CODE);
    assertThat(notebook.problems())
        .extracting(problem -> problem.where().line())
        .containsExactly(2, 3, 4);
  }

  @Test
  void nbformat_3_becomes_what_nbformat_4_would_be() {
    Notebook notebook =
        read(
            """
            {"nbformat": 3, "worksheets": [{"cells": [
              {"cell_type": "heading", "level": 3, "source": ["Two\\n", "lines"]},
              {"cell_type": "code", "input": "1", "prompt_number": 4, "outputs": [
                {"output_type": "pyout", "text": ["1"], "png": "AA", "prompt_number": 4},
                {"output_type": "stream", "stream": "stderr", "text": "w"},
                {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": []}]}]}]}
            """);
    assertThat(notebook.cells().get(0).source()).isEqualTo("### Two lines");
    NotebookCell code = notebook.cells().get(1);
    assertThat(code.executionCount()).contains(4);
    assertThat(code.outputs().items())
        .containsExactly(
            new Output.Result(new MimeBundle(Map.of("text/plain", "1", "image/png", "AA"))),
            new Output.Stream("stderr", "w"),
            new Output.Failure("E", "v", "", List.of()));
  }

  @Test
  void of_a_name_given_twice_the_last_one_counts() {
    assertThat(read("{\"nbformat\": 3, \"nbformat\": 4, \"cells\": 1, \"cells\": []}").major())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; 1; 1",
        "[; 1; 2",
        "{\"a\": 1,}; 1; 9",
        "{\"a\" 1}; 1; 6",
        "{\"a\": 01}; 1; 8",
        "{\"a\": \"x; 1; 7",
        "{\"a\": \"\\x\"}; 1; 8",
        "{\"a\": tru}; 1; 7",
        "{} {}; 1; 4",
        "[]; 1; 1",
        "{\"nbformat\": 2}; 1; 14",
        "{\"nbformat\": 4}; 1; 1",
        "{\"nbformat\": 4.5}; 1; 1",
        "{\"nbformat\": 3, \"cells\": []}; 1; 1",
      })
  void a_text_that_is_no_notebook_is_a_fault_with_its_place(String text, int line, int column) {
    NotebookResult result = NotebookReader.read(text);
    assertThat(result).isInstanceOf(NotebookResult.Fault.class);
    assertThat(((NotebookResult.Fault) result).where()).isEqualTo(new Extent(line, column, line));
  }

  @Test
  void a_fault_in_a_later_line_says_which() {
    NotebookResult result = NotebookReader.read("{\r\n \"a\": 1\r\n \"b\": 2\n}");
    assertThat(((NotebookResult.Fault) result).where()).isEqualTo(new Extent(3, 2, 3));
  }

  @Test
  void nesting_is_read_down_to_five_hundred_levels() {
    String start = "{\"nbformat\": 4, \"cells\": [], \"x\": ";
    assertThat(NotebookReader.read(start + "[".repeat(499) + "]".repeat(499) + "}"))
        .isInstanceOf(NotebookResult.Read.class);
    assertThat(NotebookReader.read(start + "[".repeat(500) + "]".repeat(500) + "}"))
        .isInstanceOf(NotebookResult.Fault.class);
    assertThat(NotebookReader.read("[{\"\":".repeat(500_000)))
        .isInstanceOf(NotebookResult.Fault.class);
  }

  @Test
  @Timeout(20)
  void any_cut_and_any_repetition_gives_a_result() {
    String text = code("[\"a\\n\", \"\\ud800\"]", "[{\"output_type\": \"error\"}, {}, 1]");
    for (int cut = 0; cut < text.length(); cut++) {
      NotebookReader.read(text.substring(0, cut));
      NotebookReader.read(text.substring(0, cut) + "]}".repeat(3));
      NotebookReader.read(text.substring(0, cut) + text.substring(cut + 1));
    }
    String cells = "{\"cell_type\": \"code\", \"source\": \"a\"},".repeat(20_000);
    assertThat(read("{\"nbformat\": 4, \"cells\": [" + cells + "{}]}").cells()).hasSize(20_001);
    String lines = "\"a\\n\",".repeat(200_000);
    assertThat(read(code("[" + lines + "\"\"]", "[]")).cells().get(0).lines()).hasSize(200_000);
  }

  static String code(String source, String outputs) {
    return "{\"cells\": [{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {},"
        + " \"outputs\": "
        + outputs
        + ", \"source\": "
        + source
        + "}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}";
  }

  private static Output output(String json) {
    return read(code("[]", "[" + json + "]")).cells().get(0).outputs().items().get(0);
  }

  private static Notebook read(String text) {
    return ((NotebookResult.Read) NotebookReader.read(text)).notebook();
  }
}
