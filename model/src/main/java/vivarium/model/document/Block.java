package vivarium.model.document;

import java.util.List;
import java.util.Optional;

/** A block of a document, in the order and nesting of the source. */
public sealed interface Block {
  /** Where it stands in the source. */
  Span span();

  /** Calls the visitor's method for this kind of block. */
  <R> R accept(BlockVisitor<R> visitor);

  /**
   * A heading.
   *
   * @param level 1 to 6
   * @param id the anchor, unique in the document
   * @param attributes what the author wrote in braces after the text, without the id
   */
  record Heading(int level, String id, List<Inline> content, Attributes attributes, Span span)
      implements Block {
    public Heading {
      content = List.copyOf(content);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.heading(this);
    }
  }

  /** A paragraph. */
  record Paragraph(List<Inline> content, Span span) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.paragraph(this);
    }
  }

  /** A block quotation. */
  record Quote(List<Block> children, Span span) implements Block {
    public Quote {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.quote(this);
    }
  }

  /**
   * A boxed remark: a GitHub alert, or a Quarto or MyST callout.
   *
   * @param title the author's own title; empty for the kind's usual one
   * @param attributes the id, classes and keys, but for those that name the kind or the title
   */
  record Callout(
      Kind kind, List<Inline> title, Attributes attributes, List<Block> children, Span span)
      implements Block {
    /** The five kinds of <a href="https://docs.github.com/markdown">GitHub alerts</a>. */
    public enum Kind {
      NOTE,
      TIP,
      IMPORTANT,
      WARNING,
      CAUTION
    }

    public Callout {
      title = List.copyOf(title);
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.callout(this);
    }
  }

  /**
   * A list.
   *
   * @param start the first number of an ordered list; empty for a bulleted one
   * @param tight whether its paragraphs stand without space between them
   * @param incremental whether a deck shows its items one after the other
   */
  record ItemList(
      Optional<Integer> start, boolean tight, boolean incremental, List<Item> items, Span span)
      implements Block {
    /**
     * An item of a list.
     *
     * @param done whether the box of a task is ticked; empty when the item is no task
     * @param attributes what the author gave the item itself
     */
    public record Item(Optional<Boolean> done, Attributes attributes, List<Block> children) {
      public Item {
        children = List.copyOf(children);
      }
    }

    public ItemList {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.itemList(this);
    }
  }

  /**
   * A table.
   *
   * @param alignments one for each column
   * @param header the cells of the first row, one for each column
   * @param rows the other rows, each with one cell for each column
   */
  record Table(
      List<Alignment> alignments,
      List<List<Inline>> header,
      List<List<List<Inline>>> rows,
      Span span)
      implements Block {
    /** How the text of a column is set. */
    public enum Alignment {
      NONE,
      LEFT,
      CENTER,
      RIGHT
    }

    public Table {
      alignments = List.copyOf(alignments);
      header = header.stream().map(List::copyOf).toList();
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.table(this);
    }
  }

  /**
   * Code that is shown and never runs.
   *
   * @param language the first word after the fence; empty when there is none
   * @param code the text, with {@code \n} at the end of each line
   * @param steps the lines a deck emphasises one step after the other; empty for none
   */
  record Code(String language, String code, LineSteps steps, Span span) implements Block {
    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.code(this);
    }
  }

  /** Python that can run. */
  record PythonCell(Cell cell) implements Block {
    @Override
    public Span span() {
      return cell.span();
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.cell(this);
    }
  }

  /** Displayed mathematics, in TeX. */
  record DisplayMath(String tex, Span span) implements Block {
    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.displayMath(this);
    }
  }

  /** HTML as the author wrote it. */
  record RawHtml(String html, Span span) implements Block {
    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.rawHtml(this);
    }
  }

  /** A horizontal rule. */
  record Rule(Span span) implements Block {
    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.rule(this);
    }
  }

  /**
   * The end of a slide.
   *
   * @param down whether the next slide stands below this one instead of to its right
   */
  record SlideBreak(boolean down, Span span) implements Block {
    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.slideBreak(this);
    }
  }

  /** From here on, the rest of the slide waits for a key press. */
  record Pause(Span span) implements Block {
    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.pause(this);
    }
  }

  /** What the speaker alone sees. */
  record Notes(List<Block> children, Span span) implements Block {
    public Notes {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.notes(this);
    }
  }

  /** A fenced group, {@code ::: {.columns}}. */
  record Div(Attributes attributes, List<Block> children, Span span) implements Block {
    public Div {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.div(this);
    }
  }

  /**
   * The text of a footnote. It is shown where something refers to it, not where it stands.
   *
   * @param label what an {@link Inline.FootnoteMark} names it by, unique in the document
   */
  record Footnote(String label, List<Block> children, Span span) implements Block {
    public Footnote {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
      return visitor.footnote(this);
    }
  }
}
