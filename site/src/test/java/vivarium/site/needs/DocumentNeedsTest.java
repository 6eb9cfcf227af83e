package vivarium.site.needs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.parse.DocumentParser;

class DocumentNeedsTest {
  @Test
  void packages_of_the_front_matter_have_their_places() {
    DocumentNeeds needs =
        needs("a.md", "---\ntitle: rich\npackages: [rich, \"rich[x]>=2\"]\n---\nrich\n");
    assertThat(needs.declared().stream().map(it -> it.where() + " " + it.requirement()))
        .containsExactly("a.md:3:12 rich", "a.md:3:19 rich[x]>=2");
    needs = needs("a.md", "---\npackages:\n  - lib\n  - b d\n---\n");
    assertThat(needs.declared().stream().map(it -> it.where().toString()))
        .containsExactly("a.md:3:5");
    assertThat(needs.diagnostics()).extracting(Diagnostic::code).containsExactly("bad-requirement");
    assertThat(needs.diagnostics().get(0).where().line()).isEqualTo(4);
  }

  @Test
  void imports_of_cells_that_run_have_the_places_of_the_file() {
    assertThat(
            imports(
                "a.md",
                """
                # A

                ```python
                import shown
                ```

                - In a list:

                  ```python {run}
                  #| echo: true
                  import one, two.three
                  def f():
                      from four import five
                  ```
                """))
        .isEqualTo("one a.md:11:10, two.three a.md:11:15, four a.md:13:12");
  }

  @Test
  void what_readers_can_run_counts_as_well() {
    assertThat(imports("a.md", "```python {exercise=x}\nimport one\n```\n")).startsWith("one");
    assertThat(imports("a.md", "---\nlive: all\n---\n```python\nimport one\n```\n"))
        .startsWith("one");
    assertThat(imports("a.md", "```python {run raises}\nimport one\n```\n")).isEmpty();
  }

  @Test
  void a_notebook_counts_with_the_lines_of_its_file() {
    String notebook =
        """
        {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [],
          "execution_count": null, "source": [
            "x = 1\\n",
            "import one"]}],
        "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
    assertThat(imports("a.ipynb", notebook)).isEqualTo("one a.ipynb:4:13");
  }

  @Test
  void a_script_says_itself_what_it_needs() {
    DocumentNeeds needs =
        needs(
            "a.py",
            """
            # /// script
            # requires-python = ">=3.12"
            # dependencies = ["rich"]
            # ///
            import rich
            """);
    assertThat(needs.declared().toString()).contains("rich");
    assertThat(needs.python()).isPresent();
    assertThat(needs.imports()).extracting(ImportedModule::module).containsExactly("rich");
  }

  @Test
  void what_a_cell_installs_when_it_runs_is_declared() {
    DocumentNeeds needs =
        needs(
            "a.md",
            """
            ```python {run}
            %pip install -q rich "lib >= 2" -r more.txt  # for tables
            !pip install other . git+https://example.org/x lib.whl ./a
            x = "%pip install none"
            ```

            ```python
            %pip install shown
            ```
            """);
    assertThat(needs.declared().stream().map(it -> it.where() + " " + it.requirement()))
        .containsExactly("a.md:2:17 rich", "a.md:2:23 lib>=2", "a.md:3:14 other");
    assertThat(needs.diagnostics()).isEmpty();
  }

  private static String imports(String path, String text) {
    return needs(path, text).imports().stream()
        .map(each -> each.module() + " " + each.where())
        .collect(joining(", "));
  }

  private static DocumentNeeds needs(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return DocumentNeeds.of(DocumentParser.parse(path, bytes).document(), bytes);
  }
}
