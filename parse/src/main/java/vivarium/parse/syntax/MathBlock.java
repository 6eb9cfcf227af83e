package vivarium.parse.syntax;

import java.util.Optional;
import org.commonmark.node.CustomBlock;

/** {@code $$} mathematics in lines of its own. When its end is missing, it is a paragraph. */
public final class MathBlock extends CustomBlock {
  private Optional<String> tex = Optional.empty();

  /** The mathematics; empty when this is a paragraph, whose inlines are the children. */
  public Optional<String> tex() {
    return tex;
  }

  void setTex(String text) {
    tex = Optional.of(text);
  }
}
