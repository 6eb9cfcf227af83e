package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.Block.ItemList;
import vivarium.model.document.Inline;

/** Reads lists. */
final class Lists {
  private static final Pattern TASK = Pattern.compile("\\[[ xX]\\]\\s+");

  private final BlockReader blocks;
  private final Reading reading;
  private final NodeText text;

  Lists(BlockReader blocks, Reading reading, NodeText text) {
    this.blocks = blocks;
    this.reading = reading;
    this.text = text;
  }

  Block read(ListBlock list, Scope scope) {
    List<ItemList.Item> items = new ArrayList<>();
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      Scope inside = scope.inside(text.span(node, scope.span()));
      items.add(item(node, blocks.children(node, inside)));
    }
    Optional<Integer> start =
        list instanceof OrderedList ordered
            ? Optional.of(ordered.getMarkerStartNumber())
            : Optional.empty();
    boolean isIncremental =
        scope.isIncremental() || (reading.settings().isMarp() && isFragmented(list));
    return new ItemList(start, list.isTight(), isIncremental, items, scope.span());
  }

  /** In Marp, the items of {@code *} and {@code 1)} lists come one by one. */
  private static boolean isFragmented(ListBlock list) {
    return list instanceof BulletList bullets
        ? "*".equals(bullets.getMarker())
        : list instanceof OrderedList ordered && ")".equals(ordered.getMarkerDelimiter());
  }

  private static ItemList.Item item(Node node, List<Block> children) {
    boolean hasOwn =
        node.getFirstChild() instanceof Paragraph
            && !children.isEmpty()
            && children.get(0) instanceof Block.Div div
            && div.children().size() == 1;
    if (!hasOwn) {
      return item(Attributes.NONE, children);
    }
    // only a comment makes a group of a paragraph, and for reveal.js it means the item
    Block.Div first = (Block.Div) children.get(0);
    List<Block> unwrapped = new ArrayList<>(children);
    unwrapped.set(0, first.children().get(0));
    return item(first.attributes(), unwrapped);
  }

  private static ItemList.Item item(Attributes attributes, List<Block> children) {
    if (children.isEmpty()
        || !(children.get(0) instanceof Block.Paragraph paragraph)
        || !(paragraph.content().get(0) instanceof Inline.Text first)) {
      return new ItemList.Item(Optional.empty(), attributes, children);
    }
    Matcher task = TASK.matcher(first.text());
    if (!task.lookingAt()) {
      return new ItemList.Item(Optional.empty(), attributes, children);
    }
    List<Inline> content = new ArrayList<>(paragraph.content());
    String rest = first.text().substring(task.end());
    if (rest.isEmpty()) {
      content.remove(0);
    } else {
      content.set(0, new Inline.Text(rest));
    }
    List<Block> others = new ArrayList<>(children);
    others.set(0, new Block.Paragraph(content, paragraph.span()));
    boolean isDone = !first.text().startsWith("[ ]");
    return new ItemList.Item(Optional.of(isDone), attributes, others);
  }
}
