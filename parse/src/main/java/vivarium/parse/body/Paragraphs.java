package vivarium.parse.body;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.Inline;
import vivarium.model.document.PlainText;
import vivarium.model.document.Span;
import vivarium.parse.syntax.MathNode;

/** Reads paragraphs and headings. */
final class Paragraphs {
  private final Reading reading;
  private final NodeText text;

  Paragraphs(Reading reading, NodeText text) {
    this.reading = reading;
    this.text = text;
  }

  /**
   * Adds what a paragraph makes: usually one, but also a break, a pause, or displayed mathematics
   * with text before and after it. Says whether there was displayed mathematics.
   */
  boolean add(Node node, Scope scope, Span span, List<Block> out) {
    if (text.firstLine(node) == text.lastLine(node)) {
      String line = text.firstLineText(node);
      if (line.equals("-v-") && scope.isTop()) {
        out.add(new Block.SlideBreak(true, span));
        return false;
      }
      if (line.equals(". . .")) {
        out.add(new Block.Pause(span));
        return false;
      }
    }
    InlineReader inlines = new InlineReader(reading, text, span);
    boolean hasMath = false;
    Node start = node.getFirstChild();
    for (Node child = start; child != null; child = child.getNext()) {
      if (child instanceof MathNode math && math.isDisplay()) {
        hasMath = true;
        part(inlines, start, child, span, out);
        out.add(new Block.DisplayMath(math.tex(), text.span(math, span)));
        start = child.getNext();
      }
    }
    part(inlines, start, null, span, out);
    for (Comment.Notes notes : inlines.notes()) {
      out.add(new Block.Notes(BlockReader.read(notes.text(), reading, false), span));
    }
    return hasMath;
  }

  private void part(
      InlineReader inlines, @Nullable Node start, @Nullable Node end, Span span, List<Block> out) {
    List<Inline> content = InlineBuilder.trimmed(inlines.siblings(start, end));
    if (content.isEmpty()) {
      return;
    }
    Block paragraph = new Block.Paragraph(content, span);
    if (end != null || inlines.ofBlock().equals(Attributes.NONE)) {
      out.add(paragraph);
      return;
    }
    Location where =
        new Location(text.fragment().location(0, 0).path(), span.line(), span.column());
    Attributes attributes = reading.names().unique(inlines.ofBlock(), where);
    out.add(new Block.Div(attributes, List.of(paragraph), span));
  }

  void heading(Heading node, Span span, List<Block> out) {
    InlineReader inlines = new InlineReader(reading, text, span);
    List<Inline> content = InlineBuilder.trimmed(inlines.children(node));
    Attributes attributes = inlines.ofBlock();
    String id =
        reading.names().heading(attributes.id(), PlainText.of(content), text.location(node, span));
    Attributes others = new Attributes(Optional.empty(), attributes.classes(), attributes.values());
    out.add(new Block.Heading(node.getLevel(), id, content, others, span));
    for (Comment.Notes notes : inlines.notes()) {
      out.add(new Block.Notes(BlockReader.read(notes.text(), reading, false), span));
    }
    warnOfUnderline(node);
  }

  /** In a deck, {@code ---} below text is more likely meant to end the slide. */
  private void warnOfUnderline(Heading node) {
    int last = text.lastLine(node);
    String underline = text.fragment().line(last);
    boolean isUnderlined = last > text.firstLine(node) && underline.strip().matches("-{3,}");
    if (isUnderlined && reading.settings().isDeck()) {
      reading
          .findings()
          .warning(
              "setext-heading",
              text.fragment().location(last, underline.indexOf('-')),
              "This line made the text above it a heading.",
              "Put an empty line before --- to begin a slide, or write the heading with ##.");
    }
  }
}
