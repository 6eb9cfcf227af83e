package vivarium.model.document;

import java.util.List;
import java.util.Optional;

/** Finds the first heading that has text, at the top level of a document. */
final class FirstHeading {
  private FirstHeading() {}

  static Optional<String> in(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        String text = PlainText.of(heading.content());
        if (!text.isBlank()) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }
}
