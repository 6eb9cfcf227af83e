package vivarium.parse.syntax;

import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Flattens emphasis within emphasis within emphasis, so that whoever recurses has stack left. */
final class DepthLimit implements PostProcessor {
  /** The {@link MarkdownParser#MAX_OPEN_BLOCKS} and as many inlines as anyone nests, and more. */
  static final int MAX_DEPTH = MarkdownParser.MAX_OPEN_BLOCKS + 60;

  @Override
  public Node process(Node root) {
    Node node = root;
    int depth = 0;
    while (true) {
      if (node.getFirstChild() != null && depth == MAX_DEPTH) {
        node = flattened(node);
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      if (node == root) {
        return root;
      }
      node = node.getNext();
    }
  }

  /** Puts the words of {@code node} in its place. */
  private static Node flattened(Node node) {
    Text text = new Text(words(node));
    text.setSourceSpans(node.getSourceSpans());
    node.insertBefore(text);
    node.unlink();
    return text;
  }

  private static String words(Node root) {
    StringBuilder words = new StringBuilder();
    Node node = root;
    while (true) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append(code.getLiteral());
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        continue;
      }
      while (node != root && node.getNext() == null) {
        node = node.getParent();
      }
      if (node == root) {
        return words.toString();
      }
      node = node.getNext();
    }
  }
}
