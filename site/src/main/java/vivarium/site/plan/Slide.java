package vivarium.site.plan;

import java.util.List;
import java.util.Optional;
import vivarium.model.document.Block;

/** A slide: what it shows, and the notes for it. */
public record Slide(List<Block> blocks) {
  public Slide {
    blocks = List.copyOf(blocks);
  }

  /** The heading that names the slide: the first one that stands in no other block. */
  public Optional<Block.Heading> heading() {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        return Optional.of(heading);
      }
    }
    return Optional.empty();
  }

  /** Whether the slide opens with a level 1 heading. */
  public boolean isTitled() {
    return !blocks.isEmpty()
        && blocks.get(0) instanceof Block.Heading heading
        && heading.level() == 1;
  }
}
