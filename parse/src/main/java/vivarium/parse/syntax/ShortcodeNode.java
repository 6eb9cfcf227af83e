package vivarium.parse.syntax;

import org.commonmark.node.CustomNode;

/** A shortcode of Quarto or Hugo, <code>{{&lt; include x &gt;}}</code>. */
public final class ShortcodeNode extends CustomNode {
  private final String name;

  ShortcodeNode(String name) {
    this.name = name;
  }

  /** The first word in it; possibly empty. */
  public String name() {
    return name;
  }
}
