package vivarium.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.parse.source.Findings;
import vivarium.parse.source.SourceText;
import vivarium.parse.source.Utf8;

/** Real teaching documents of other tools, which the project does not ship. */
class CorpusTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("vivarium.decks", "../../shared/decks"));

  @Test
  void every_deck_is_read_without_errors_and_with_positions_inside_the_file() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the folder of decks is not here: " + FOLDER);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> decks =
          files
              .filter(file -> file.toString().matches(".*\\.(md|qmd|markdown|ipynb)"))
              .sorted()
              .toList();
      assertThat(decks).isNotEmpty();
      for (Path deck : decks) {
        check(deck);
      }
    }
  }

  private static void check(Path deck) throws IOException {
    byte[] bytes = Files.readAllBytes(deck);
    String name = deck.getFileName().toString();
    Parsed parsed = DocumentParser.parse(name, bytes);
    assertThat(parsed.diagnostics()).noneMatch(Diagnostic::isError);
    assertThat(parsed.document().blocks()).isNotEmpty();
    SourceText text = Utf8.read(name, bytes, new Findings());
    Positions.assertInside(parsed, text);
  }
}
