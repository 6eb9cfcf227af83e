package vivarium.parse.syntax;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import vivarium.model.document.Attributes;
import vivarium.parse.attributes.Braces.Fault;

/** A fenced group: Pandoc's {@code :::} div, or a directive of MyST whose content is Markdown. */
public final class GroupBlock extends CustomBlock {
  private final GroupOpening opening;
  private final Paragraph title = new Paragraph();
  private final List<String> options = new ArrayList<>();
  private boolean closed;

  GroupBlock(GroupOpening opening) {
    this.opening = opening;
  }

  /** What the author wrote in braces, the name among the classes. */
  public Attributes attributes() {
    return opening.attributes();
  }

  /** The directive's or group's name; empty when it has only attributes. */
  public String name() {
    return opening.name();
  }

  /** Whether its name stands in braces, as MyST has it. */
  public boolean isDirective() {
    return opening.directive();
  }

  /** What is wrong with the braces; offsets are those of the line. */
  public List<Fault> faults() {
    return opening.faults();
  }

  /** Holds the inlines of the title that follows the name. */
  public Paragraph title() {
    return title;
  }

  /** The {@code :key: value} lines of a directive. */
  public List<String> options() {
    return options;
  }

  /** Whether the group's own fence ended it. */
  public boolean isClosed() {
    return closed;
  }

  char fence() {
    return opening.fence();
  }

  int fenceLength() {
    return opening.length();
  }

  void close() {
    closed = true;
  }
}
