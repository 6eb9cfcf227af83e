package vivarium.model.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.json.Json;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class EditableNotebookTest {
  /** Odd on purpose: order, escapes, numbers, unknown members and types. */
  private static final String ODD =
      """
      {
        "nbformat": 4, "nbformat_minor": 99,
        "x-extra": [1.0, 1e400, 12345678901234567890, -0],
        "cells": [
          {
            "source": ["a = 1\\n", "\\u0062 = '\\ud800'"],
            "cell_type": "code", "id": "one",
            "outputs": [], "execution_count": null,
            "metadata": {"1": 1, "0": [ ]}
          },
          { "cell_type": "markdown", "id": "two", "metadata": {}, "source": "Text" },
          {"cell_type":"future","payload":{"deep":[{}]},"id":"three","metadata":{}}
        ],
        "metadata": {"b": 1, "a": 2}
      }""";

  @Test
  void what_is_not_touched_keeps_its_text() {
    EditableNotebook notebook = EditableNotebook.of(ODD);
    assertThat(notebook.text()).isEqualTo(ODD);
    EditableNotebook edited = notebook.with(1, notebook.cells().get(1).withSource("Other"));
    assertThat(edited.text()).isEqualTo(ODD.replace("\"Text\"", "\"Other\""));
    EditableNotebook back = edited.with(1, edited.cells().get(1).withSource("Text"));
    assertThat(back.text()).isEqualTo(ODD);
  }

  @Test
  void a_source_keeps_its_form_as_a_list_of_lines() {
    EditableNotebook notebook = EditableNotebook.of(ODD);
    EditableCell cell = notebook.cells().get(0);
    assertThat(cell.source()).isEqualTo("a = 1\nb = '\ud800'");
    assertThat(notebook.with(0, cell.withSource("a = 2\n\nc")).text())
        .isEqualTo(
            ODD.replace(
                "[\"a = 1\\n\", \"\\u0062 = '\\ud800'\"]",
                """
                [
                        "a = 2\\n",
                        "\\n",
                        "c"
                      ]"""));
  }

  @Test
  void ends_of_lines_that_an_editor_changes_are_no_change() {
    String text = notebook("\"a\\r\\nb\"");
    EditableNotebook notebook = EditableNotebook.of(text);
    EditableCell cell = notebook.cells().get(0);
    assertThat(notebook.with(0, cell.withSource("a\nb")).text()).isEqualTo(text);
    assertThat(notebook.with(0, cell.withSource("a\nc")).text())
        .isEqualTo(notebook("\"a\\r\\nc\""));
  }

  @Test
  void cells_are_added_moved_and_removed_in_the_style_of_the_file() {
    String text = notebook("[]");
    EditableNotebook notebook = EditableNotebook.of(text);
    EditableNotebook more =
        notebook.inserted(1, notebook.newCell(Kind.MARKDOWN, "# Hello\nyou", "intro"));
    String both =
        text.replace(
            "]\n  }\n ],\n",
            """
            ]
              },
              {
               "cell_type": "markdown",
               "id": "intro",
               "metadata": {},
               "source": [
                "# Hello\\n",
                "you"
               ]
              }
             ],
            """);
    assertThat(more.text()).isEqualTo(both);
    assertThat(more.moved(1, 0).moved(1, 0).text()).isEqualTo(both);
    assertThat(more.moved(1, 0).cells().get(0).source()).isEqualTo("# Hello\nyou");
    assertThat(more.removed(1).text()).isEqualTo(text);
    EditableNotebook none = notebook.removed(0);
    assertThat(none.text()).contains("\"cells\": [],\n \"metadata\"");
    EditableNotebook again = EditableNotebook.of(none.text());
    assertThat(again.inserted(0, again.newCell(Kind.CODE, "", "code")).text()).isEqualTo(text);
  }

  @Test
  void a_new_cell_takes_no_id_that_another_has_and_none_in_a_format_without_ids() {
    EditableNotebook notebook = EditableNotebook.of(ODD);
    assertThat(notebook.newCell(Kind.RAW, "", "one").content().id()).contains("one-2");
    EditableCell copy = notebook.copyOf(notebook.cells().get(0), "one");
    assertThat(copy.text())
        .isEqualTo(notebook.cells().get(0).text().replace("\"one\"", "\"one-2\""));
    EditableNotebook older =
        EditableNotebook.of(notebook("[]").replace("minor\": 5", "minor\": 4"));
    assertThat(older.newCell(Kind.RAW, "", "one").text()).doesNotContain("\"id\"");
  }

  @Test
  void a_cell_of_another_kind_has_what_the_format_wants_of_that_kind() {
    EditableNotebook notebook = EditableNotebook.of(notebook("\"x\""));
    EditableCell code =
        notebook.cells().get(0).withMetadata("tags", Json.of(List.of(Json.of("a"))));
    EditableCell prose = code.withKind(Kind.MARKDOWN);
    assertThat(prose.text())
        .isEqualTo(
            """
            {
               "cell_type": "markdown",
               "id": "code",
               "metadata": {
                "tags": [
                 "a"
                ]
               },
               "source": "x"
              }""");
    assertThat(prose.withKind(Kind.CODE)).isEqualTo(code);
    assertThat(prose.withoutMetadata("tags").withKind(Kind.CODE))
        .isEqualTo(notebook.cells().get(0));
    assertThatThrownBy(() -> prose.withoutRun()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> code.withKind(Kind.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_run_is_recorded_and_taken_back() {
    EditableNotebook notebook = EditableNotebook.of(notebook("\"x\""));
    EditableCell cell = notebook.cells().get(0);
    EditableCell ran =
        cell.withRun(new CellRun(new Outputs(List.of(new Output.Stream("stdout", "1\n"))), 7));
    assertThat(ran.content().executionCount()).contains(7);
    assertThat(ran.content().outputs().items()).containsExactly(new Output.Stream("stdout", "1\n"));
    assertThat(ran.withoutRun()).isEqualTo(cell);
  }

  @Test
  void a_cell_is_split_and_joined_as_in_jupyter() {
    EditableNotebook notebook = EditableNotebook.of(notebook("\"one\\ntwo\""));
    EditableNotebook split = notebook.split(0, 4, "new");
    assertThat(split.cells()).extracting(EditableCell::source).containsExactly("one", "two");
    assertThat(split.cells())
        .extracting(cell -> cell.content().id().orElse(""))
        .containsExactly("new", "code");
    assertThat(split.joined(1).cells())
        .extracting(EditableCell::source)
        .containsExactly("one\n\ntwo");
  }

  @Test
  void a_notebook_of_nbformat_3_stays_as_it_is_until_it_is_changed() {
    String old =
        """
        {
         "metadata": {"name": "", "signature": "x", "mine": 1.0},
         "nbformat": 3,
         "nbformat_minor": 0,
         "worksheets": [
          {
           "cells": [
            {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["Old"]},
            {
             "cell_type": "code", "collapsed": true, "input": ["1"], "language": "python",
             "metadata": {}, "prompt_number": 3,
             "outputs": [
              {"output_type": "pyout", "prompt_number": 3, "text": ["1"], "json": "[1.50]"},
              {"output_type": "stream", "stream": "stderr", "text": "x"},
              {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": []}
             ]
            }
           ],
           "metadata": {}
          }
         ]
        }
        """;
    EditableNotebook notebook = EditableNotebook.of(old);
    assertThat(notebook.text()).isEqualTo(old);
    assertThat(notebook.with(1, notebook.cells().get(1).withSource("2")).text())
        .isEqualTo(
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "cell",
               "metadata": {},
               "source": "## Old"
              },
              {
               "cell_type": "code",
               "execution_count": 3,
               "id": "cell-2",
               "metadata": {
                "collapsed": true
               },
               "outputs": [
                {
                 "data": {
                  "application/json": [
                   1.50
                  ],
                  "text/plain": [
                   "1"
                  ]
                 },
                 "execution_count": 3,
                 "metadata": {},
                 "output_type": "execute_result"
                },
                {
                 "name": "stderr",
                 "output_type": "stream",
                 "text": "x"
                },
                {
                 "ename": "E",
                 "evalue": "v",
                 "output_type": "error",
                 "traceback": []
                }
               ],
               "source": [
                "2"
               ]
              }
             ],
             "metadata": {
              "mine": 1.0
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"nbformat\": 4}", "{\"nbformat\": 5, \"cells\": []}"})
  void what_is_no_notebook_is_not_opened(String text) {
    assertThatThrownBy(() -> EditableNotebook.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }

  /** A notebook of one cell of code, as nbformat writes it. */
  private static String notebook(String source) {
    return """
    {
     "cells": [
      {
       "cell_type": "code",
       "execution_count": null,
       "id": "code",
       "metadata": {},
       "outputs": [],
       "source": %s
      }
     ],
     "metadata": {},
     "nbformat": 4,
     "nbformat_minor": 5
    }
    """
        .formatted(source);
  }
}
