package vivarium.parse.syntax;

import org.commonmark.node.CustomNode;

/** Running text that was left as it is, because reading it would take too long. */
public final class UnreadNode extends CustomNode {
  private final String text;

  UnreadNode(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
