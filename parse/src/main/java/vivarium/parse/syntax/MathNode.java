package vivarium.parse.syntax;

import org.commonmark.node.CustomNode;

/** Mathematics within a paragraph. */
public final class MathNode extends CustomNode {
  private final String tex;
  private final boolean display;

  MathNode(String tex, boolean display) {
    this.tex = tex;
    this.display = display;
  }

  public String tex() {
    return tex;
  }

  /** Whether it is written with two dollars. */
  public boolean isDisplay() {
    return display;
  }
}
