package vivarium.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.parse.record.MarkdownOutputs;
import vivarium.parse.record.SourceRecorder;

/** Outputs written into real teaching documents of other tools, which the project does not ship. */
class RecordingDecksTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("vivarium.decks", "../../shared/decks"));

  @Test
  void every_deck_keeps_each_byte_when_nothing_ran() throws IOException {
    for (Path deck : decks()) {
      byte[] source = Files.readAllBytes(deck);
      assertThat(record(deck, source, Map.of())).as(deck.toString()).isEqualTo(source);
    }
  }

  @Test
  void outputs_that_are_recorded_already_leave_markdown_as_it_is() throws IOException {
    for (Path deck : decks()) {
      byte[] source = Files.readAllBytes(deck);
      Map<String, Outputs> same = new HashMap<>();
      document(deck, source).cells().forEach(cell -> same.put(cell.id(), cell.outputs()));
      byte[] recorded = record(deck, source, same);
      if (!deck.toString().endsWith(".ipynb")) {
        assertThat(recorded).as(deck.toString()).isEqualTo(source);
      }
      assertThat(record(deck, recorded, same)).as(deck.toString()).isEqualTo(recorded);
    }
  }

  @Test
  void new_outputs_are_read_again_and_can_be_taken_away() throws IOException {
    for (Path deck : decks()) {
      byte[] source = Files.readAllBytes(deck);
      Map<String, Outputs> fresh = new HashMap<>();
      Map<String, Outputs> none = new HashMap<>();
      List<Cell> cells = document(deck, source).cells();
      for (Cell cell : cells) {
        fresh.put(cell.id(), new Outputs(List.of(new Output.Stream("stdout", "ü\n```\n"))));
        none.put(cell.id(), Outputs.NONE);
      }
      byte[] recorded = record(deck, source, fresh);
      List<Cell> read = document(deck, recorded).cells();
      assertThat(read)
          .extracting(Cell::source)
          .isEqualTo(cells.stream().map(Cell::source).toList());
      for (Cell cell : read) {
        assertThat(cell.outputs())
            .as("%s in %s", cell.id(), deck)
            .isEqualTo(MarkdownOutputs.of(fresh.getOrDefault(cell.id(), Outputs.NONE)));
      }
      byte[] cleared = record(deck, source, none);
      assertThat(record(deck, recorded, none)).as(deck.toString()).isEqualTo(cleared);
    }
  }

  private static List<Path> decks() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the folder of decks is not here: " + FOLDER);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(md|qmd|markdown|ipynb)"))
          .sorted()
          .toList();
    }
  }

  private static Document document(Path deck, byte[] source) {
    return DocumentParser.parse(deck.getFileName().toString(), source).document();
  }

  private static byte[] record(Path deck, byte[] source, Map<String, Outputs> outputs) {
    Document document = document(deck, source);
    return SourceRecorder.record(deck.getFileName().toString(), source, document, outputs);
  }
}
