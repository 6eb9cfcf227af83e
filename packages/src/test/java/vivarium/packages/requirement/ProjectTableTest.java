package vivarium.packages.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.model.diagnostic.Diagnostic;

class ProjectTableTest {
  private static ProjectTable read(String content) {
    return ProjectTable.read("pyproject.toml", content);
  }

  private static List<String> places(List<Declared> declared) {
    return declared.stream().map(one -> one.requirement() + " at " + one.where()).toList();
  }

  @Test
  void dependencies_are_read_with_their_places() {
    ProjectTable table =
        read(
            """
            [build-system]
            requires = ["hatchling"]
            [project]
            name = "example"
            requires-python = ">=3.12"
            dependencies = [
              "numpy>=2",
              'rich[jupyter] ; python_version >= "3.8"', "é @ file:x",
              "a\\u0062c",
            ]
            [project.optional-dependencies]
            Test_It = ["pytest"]
            """);
    assertThat(places(table.dependencies()))
        .containsExactly(
            "numpy>=2 at pyproject.toml:7:4",
            "rich[jupyter]; python_version >= \"3.8\" at pyproject.toml:8:4",
            "abc at pyproject.toml:9:3");
    assertThat(table.optionalDependencies().get(ExtraName.of("test-it")))
        .hasSize(1)
        .allSatisfy(one -> assertThat(one.where()).hasToString("pyproject.toml:12:13"));
    assertThat(table.requiresPython().orElseThrow().versions()).hasToString(">=3.12");
    assertThat(table.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "pyproject.toml:8:47: \"é @ file:x\" is no requirement: the name of a package was"
                + " expected here.\n  Write a name, with a version if it matters: numpy>=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = 1 | :1:1: \"project\" is not a table.",
        "[project]\\ndependencies = \"numpy\" | :2:1: \"dependencies\" is not a list.",
        "[project]\\ndependencies = [\"a\", 1] | :2:22: A requirement is a text in quotes.",
        "[project]\\nrequires-python = 3 | :2:1: \"requires-python\" is not a text.",
        "[project]\\nrequires-python = \"3\" | :2:1: \"3\": An operator was expected here",
        "[project]\\noptional-dependencies = [] | :2:1: \"optional-dependencies\" is not a table.",
        "[project.optional-dependencies]\\n\"a b\" = [] | :2:1: \"a b\", character 2: The name of an extra",
        "[project]\\ndependencies = [\"numpy\" | This is not TOML: ",
        "[project]\\nname = 'a'\\nname = 'b' | :3:1: This is not TOML: name previously defined",
      })
  void what_is_wrong_is_said_with_its_place(String content, String expected) {
    ProjectTable table = read(content.replace("\\n", "\n"));
    assertThat(table.diagnostics()).hasSize(1);
    assertThat(table.diagnostics().get(0).code()).isEqualTo("bad-toml");
    assertThat(table.diagnostics().get(0).toString()).contains(expected);
  }

  @Test
  void a_file_without_the_table_asks_for_nothing() {
    assertThat(read("[tool.x]\ny = 1\n"))
        .isEqualTo(read(""))
        .satisfies(table -> assertThat(table.dependencies()).isEmpty());
  }

  @Test
  @Timeout(60)
  void hostile_toml_comes_to_an_end() {
    assertThat(read("a = " + "[".repeat(500_000)).diagnostics().get(0).message())
        .contains("nested more than 100 deep");
    assertThat(read("a".repeat(TomlSource.MAX_LENGTH + 1)).diagnostics().get(0).message())
        .contains("more than 1048576 characters");
    int deepest = TomlSource.MAX_DEPTH;
    assertThat(read("a = " + "[".repeat(deepest) + "]".repeat(deepest)).diagnostics()).isEmpty();
    assertThat(read("a" + ".a".repeat(20_000) + " = 1").diagnostics()).hasSizeLessThan(2);
  }
}
