package vivarium.model.document;

import java.util.List;

/** A piece of running text. */
public sealed interface Inline {
  /** Calls the visitor's method for this kind of inline. */
  <R> R accept(InlineVisitor<R> visitor);

  /** Plain text, already free of escapes and entities. */
  record Text(String text) implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** Emphasis, usually set in italics. */
  record Emphasis(List<Inline> children) implements Inline {
    public Emphasis {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.emphasis(this);
    }
  }

  /** Strong emphasis, usually set in bold. */
  record Strong(List<Inline> children) implements Inline {
    public Strong {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.strong(this);
    }
  }

  /** Struck-through text. */
  record Strikethrough(List<Inline> children) implements Inline {
    public Strikethrough {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.strikethrough(this);
    }
  }

  /** Code within a line. */
  record CodeSpan(String code) implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.codeSpan(this);
    }
  }

  /**
   * A link.
   *
   * @param title the tooltip; empty for none
   * @param span where it stands in the source
   */
  record Link(String destination, String title, List<Inline> children, Span span)
      implements Inline {
    public Link {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.link(this);
    }
  }

  /**
   * An image.
   *
   * @param title the tooltip; empty for none
   * @param alternative what stands for the image where it cannot be seen
   * @param attributes what the author wrote in braces after it
   * @param span where it stands in the source
   */
  record Image(
      String destination, String title, List<Inline> alternative, Attributes attributes, Span span)
      implements Inline {
    public Image {
      alternative = List.copyOf(alternative);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.image(this);
    }
  }

  /**
   * Mathematics within a line, in TeX.
   *
   * @param span where it stands in the source
   */
  record InlineMath(String tex, Span span) implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.math(this);
    }
  }

  /** A tag or comment as the author wrote it. */
  record RawHtml(String html) implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.rawHtml(this);
    }
  }

  /** A line break that the author asked for. */
  record HardBreak() implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.hardBreak(this);
    }
  }

  /** The end of a line in the source, shown as a space. */
  record SoftBreak() implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.softBreak(this);
    }
  }

  /** Text with attributes of its own, {@code [text]{.class}}. */
  record Styled(Attributes attributes, List<Inline> children) implements Inline {
    public Styled {
      children = List.copyOf(children);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.styled(this);
    }
  }

  /**
   * Refers to a {@link Block.Footnote}.
   *
   * @param label that footnote's label
   */
  record FootnoteMark(String label) implements Inline {
    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
      return visitor.footnoteMark(this);
    }
  }
}
