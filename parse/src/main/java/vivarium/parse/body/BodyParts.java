package vivarium.parse.body;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vivarium.model.document.Block;
import vivarium.model.output.MimeBundle;
import vivarium.parse.cell.CellNames;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;

/**
 * Reads a body that comes in parts, such as the Markdown cells of a notebook. Ids are unique in all
 * of it; what one part defines for Markdown's sake is unknown to the others.
 */
public final class BodyParts {
  private final Reading reading;

  /**
   * A body.
   *
   * @param kept the ids its author asks for
   */
  public BodyParts(Set<String> kept, BodySettings settings, Findings findings) {
    this.reading = Reading.start(new CellNames(kept, findings), settings, findings);
  }

  public CellNames names() {
    return reading.names();
  }

  /**
   * The blocks of a part. A line of hyphens in it is a rule and ends no slide.
   *
   * @param attachments the images that come with it, by name
   */
  public List<Block> markdown(Fragment part, Map<String, MimeBundle> attachments) {
    reading.attachments().use(attachments);
    return BlockReader.read(part, reading, false);
  }

  /** The blocks of all parts, with what can only be done once all are there. */
  public List<Block> finished(List<Block> blocks) {
    reading.footnotes().reportUnmarked();
    return new Slides(reading, blocks).granted();
  }
}
