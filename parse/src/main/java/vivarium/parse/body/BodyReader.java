package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.document.Block;
import vivarium.parse.cell.CellNames;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;

/** Reads the body of a document. */
public final class BodyReader {
  private BodyReader() {}

  /** The blocks of {@code body}; what is wrong there goes to {@code findings}. */
  public static List<Block> read(Fragment body, BodySettings settings, Findings findings) {
    Reading reading = Reading.start(new CellNames(body.text(), findings), settings, findings);
    RevealNotes parted =
        settings.hasRevealNotes() ? RevealNotes.in(body) : new RevealNotes(body, List.of());
    List<Block> blocks = BlockReader.read(parted.main(), reading, true);
    List<Block.Notes> notes = new ArrayList<>();
    for (Fragment text : parted.notes()) {
      notes.add(
          new Block.Notes(
              BlockReader.read(text, reading, false), text.span(0, 0, text.lineCount() - 1)));
    }
    reading.footnotes().reportUnmarked();
    return new Slides(reading, Slides.withNotes(blocks, notes)).finished();
  }
}
