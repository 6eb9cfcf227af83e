package vivarium.parse.syntax;

import org.commonmark.node.CustomNode;
import vivarium.model.document.Attributes;

/** Attributes in braces within text: what they belong to, if anything, stands before them. */
public final class AttributesNode extends CustomNode {
  private final String raw;
  private final Attributes attributes;

  AttributesNode(String raw, Attributes attributes) {
    this.raw = raw;
    this.attributes = attributes;
  }

  /** The text as written, to be shown when the attributes belong to nothing. */
  public String raw() {
    return raw;
  }

  public Attributes attributes() {
    return attributes;
  }
}
