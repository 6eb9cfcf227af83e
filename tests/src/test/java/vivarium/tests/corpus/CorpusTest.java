package vivarium.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.tests.command.Vivarium;

/** Teaching material as it is found in the world, in the dialects of several tools. */
class CorpusTest {
  private static final Path DECKS = Path.of("..", "..", "shared", "decks");

  @TempDir Path folder;

  static List<String> courses() throws IOException {
    if (!Files.isDirectory(DECKS)) {
      return List.of("none");
    }
    try (Stream<Path> folders = Files.list(DECKS)) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("courses")
  void a_course_is_built_or_its_problems_are_told_with_place_and_remedy(String course) {
    assumeTrue(Files.isDirectory(DECKS), "there are no teaching sources in " + DECKS);
    Vivarium.Result result =
        Vivarium.run("build", DECKS.resolve(course).toString(), "-o", folder.toString(), "--json");
    assertThat(result.exitCode()).as(result.err()).isIn(0, 1);
    assertThat(result.err()).doesNotContain("This is a bug", "\tat ");
    JsonObject report = JsonObject.of(Json.parse(result.out()));
    assertThat(report.has("site")).isTrue();
    for (Json item : report.array("diagnostics")) {
      JsonObject diagnostic = JsonObject.of(item);
      assertThat(diagnostic.string("path")).isNotEmpty();
      assertThat(diagnostic.string("message")).endsWith(".");
      assertThat(diagnostic.string("remedy")).isNotEmpty();
    }
    if (result.exitCode() == 0) {
      assertThat(folder.resolve("index.html")).isRegularFile();
    }
  }

  /**
   * Sources that need no package, each with the lines that raise and whose outputs it leaves out.
   */
  static List<Arguments> sourcesWithoutPackages() {
    return List.of(
        Arguments.of("carpentries/04-lists.md", Set.of()),
        Arguments.of("carpentries/09-errors.md", Set.of(288, 509, 550, 591)),
        Arguments.of("csc-ipynb/2 - Control Structures.ipynb", Set.of()),
        Arguments.of("quarto-live-docs/editor.qmd", Set.of()),
        Arguments.of("rise/showflow.ipynb", Set.of()),
        Arguments.of("whirlwind-ipynb/06-Built-in-Data-Structures.ipynb", Set.of()),
        Arguments.of("whirlwind-ipynb/09-Errors-and-Exceptions.ipynb", Set.of()));
  }

  @ParameterizedTest
  @MethodSource("sourcesWithoutPackages")
  void every_cell_runs_and_raises_what_the_source_says(String source, Set<Integer> raising) {
    assumeTrue(Files.isDirectory(DECKS), "there are no teaching sources in " + DECKS);
    Vivarium.Result result =
        Vivarium.run("check", DECKS.resolve(source).toString(), "--all", "--no-compare", "--json");
    JsonObject report = JsonObject.of(Json.parse(result.out()));
    Set<Integer> raised = new TreeSet<>();
    for (Json item : report.array("diagnostics")) {
      JsonObject diagnostic = JsonObject.of(item);
      assertThat(diagnostic.string("code"))
          .isNotIn("did-not-raise", "cell-time-limit", "cell-waits-forever", "cell-broke-python");
      if (diagnostic.string("code").equals("cell-raised")) {
        raised.add(diagnostic.integer("line"));
      }
    }
    assertThat(raised).isEqualTo(raising);
    JsonObject document = JsonObject.of(report.array("documents").get(0));
    assertThat(document.array("cells")).isNotEmpty();
  }
}
