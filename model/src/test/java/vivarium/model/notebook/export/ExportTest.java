package vivarium.model.notebook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.NewNotebook;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookReader;
import vivarium.model.notebook.NotebookResult;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class ExportTest {
  private static final List<NotebookCell> CELLS =
      cells(
          new NewNotebook()
              .raw("front", "---\ntitle: Sums\n---")
              .markdown("intro", "# Sums\n\nText.")
              .code(
                  "sum",
                  "%matplotlib inline\nprint('```')",
                  List.of("keep", "b c"),
                  Optional.of(
                      new CellRun(
                          new Outputs(
                              List.of(
                                  new Output.Stream("stdout", "``"),
                                  new Output.Stream("stdout", "`\n"),
                                  new Output.Stream("stderr", "\u001b[31mred\u001b[0m\n"))),
                          1)))
              .raw("raw", "As it is.")
              .text());

  private static List<NotebookCell> cells(String text) {
    return ((NotebookResult.Read) NotebookReader.read(text)).notebook().cells();
  }

  @Test
  void a_script_has_text_in_comments_and_tags_at_its_marks() {
    assertThat(PercentScript.of(CELLS))
        .isEqualTo(
            """
            # ---
            # title: Sums
            # ---

            # %% [markdown]
            # # Sums
            #
            # Text.

            # %% tags=["keep","b c"]
            # %matplotlib inline
            print('```')

            # %% [raw]
            # As it is.
            """);
  }

  @Test
  void markdown_has_code_that_runs_and_what_it_wrote() {
    assertThat(MarkdownText.of(CELLS))
        .isEqualTo(
            """
            ---
            title: Sums
            ---

            # Sums

            Text.

            ````python {run}
            %matplotlib inline
            print('```')
            ````

            ````output
            ```
            ````

            ```warning
            red
            ```

            ```text
            As it is.
            ```
            """);
  }
}
