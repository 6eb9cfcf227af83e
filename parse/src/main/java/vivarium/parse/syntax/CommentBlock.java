package vivarium.parse.syntax;

import org.commonmark.node.CustomBlock;

/** An HTML comment that begins a line, with whatever follows it in its last line. */
public final class CommentBlock extends CustomBlock {
  private String literal = "";

  /** The text, from {@code <!--} on. */
  public String literal() {
    return literal;
  }

  void setLiteral(String text) {
    literal = text;
  }
}
