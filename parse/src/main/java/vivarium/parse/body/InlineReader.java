package vivarium.parse.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import vivarium.model.document.Attributes;
import vivarium.model.document.Inline;
import vivarium.model.document.Span;
import vivarium.parse.syntax.AttributesNode;
import vivarium.parse.syntax.MathNode;
import vivarium.parse.syntax.ShortcodeNode;
import vivarium.parse.syntax.UnreadNode;

/** Turns the inlines of one block into records, and collects what they say about the block. */
final class InlineReader {
  private final Reading reading;
  private final NodeText text;
  private final Span block;
  private final List<Comment.Notes> notes = new ArrayList<>();
  private Attributes ofBlock = Attributes.NONE;

  /** For a block that stands at {@code block}. */
  InlineReader(Reading reading, NodeText text, Span block) {
    this.reading = reading;
    this.text = text;
    this.block = block;
  }

  /** The notes found in comments so far. */
  List<Comment.Notes> notes() {
    return notes;
  }

  /** The attributes found for the block itself. */
  Attributes ofBlock() {
    return ofBlock;
  }

  /** The inlines within {@code parent}. */
  List<Inline> children(Node parent) {
    return siblings(parent.getFirstChild(), null);
  }

  /** The inlines from {@code first} on, up to and without {@code end}. */
  List<Inline> siblings(@Nullable Node first, @Nullable Node end) {
    InlineBuilder out = new InlineBuilder();
    for (Node node = first; node != null && node != end; node = node.getNext()) {
      add(node, out);
    }
    return out.build();
  }

  private void add(Node node, InlineBuilder out) {
    if (node instanceof Text plain) {
      out.text(plain.getLiteral());
    } else if (node instanceof Emphasis) {
      out.add(new Inline.Emphasis(children(node)));
    } else if (node instanceof StrongEmphasis) {
      out.add(new Inline.Strong(children(node)));
    } else if (node instanceof Strikethrough) {
      out.add(new Inline.Strikethrough(children(node)));
    } else if (node instanceof Code code) {
      out.add(new Inline.CodeSpan(code.getLiteral()));
    } else if (node instanceof Link link) {
      Span span = text.span(node, block);
      out.add(new Inline.Link(link.getDestination(), title(link.getTitle()), children(node), span));
    } else if (node instanceof Image image) {
      Span span = text.span(node, block);
      out.add(
          new Inline.Image(
              reading
                  .attachments()
                  .resolved(image.getDestination(), () -> text.location(node, block)),
              title(image.getTitle()),
              children(node),
              Attributes.NONE,
              span));
    } else if (node instanceof SoftLineBreak) {
      out.add(new Inline.SoftBreak());
    } else if (node instanceof HardLineBreak) {
      out.add(new Inline.HardBreak());
    } else if (node instanceof MathNode math) {
      out.add(new Inline.InlineMath(math.tex(), text.span(node, block)));
    } else if (node instanceof HtmlInline html) {
      html(html, out);
    } else if (node instanceof AttributesNode attributes) {
      attributes(attributes, out);
    } else if (node instanceof ShortcodeNode shortcode) {
      shortcode(shortcode);
    } else if (node instanceof FootnoteReference footnote) {
      out.add(reading.footnotes().mark(footnote.getLabel()));
    } else if (node instanceof UnreadNode unread) {
      unread(unread, out);
    } else {
      throw new IllegalStateException("no such inline: " + node);
    }
  }

  private static String title(@Nullable String title) {
    return title == null ? "" : title;
  }

  private void html(HtmlInline html, InlineBuilder out) {
    if (!html.getLiteral().startsWith("<!--")) {
      out.add(new Inline.RawHtml(html.getLiteral()));
      return;
    }
    Comment comment =
        Comment.read(
            text.literal(html, text.firstLine(html), html.getLiteral()),
            reading.settings().isMarp());
    if (comment instanceof Comment.Notes found) {
      notes.add(found);
    } else if (comment instanceof Comment.Element element) {
      if (out.last().orElse(null) instanceof Inline.Image) {
        Attributes attributes = withUniqueId(element.attributes(), html);
        out.replaceLast(image -> withAttributes((Inline.Image) image, attributes));
      } else {
        ofBlock = merged(ofBlock, element.attributes());
      }
    } else {
      Comments.report(comment, reading, text.location(html, block));
    }
  }

  private void attributes(AttributesNode node, InlineBuilder out) {
    Attributes written = node.attributes();
    boolean endsHeading = node.getParent() instanceof Heading && node.getNext() == null;
    if (endsHeading && (out.isEmpty() || out.endsWithSpace())) {
      ofBlock = merged(ofBlock, written);
      return;
    }
    Inline last = out.last().orElse(null);
    if (last instanceof Inline.Image) {
      Attributes attributes = withUniqueId(written, node);
      out.replaceLast(image -> withAttributes((Inline.Image) image, attributes));
      return;
    }
    if (last instanceof Inline.Link || last instanceof Inline.CodeSpan) {
      Attributes attributes = withUniqueId(written, node);
      out.replaceLast(inline -> new Inline.Styled(attributes, List.of(inline)));
      return;
    }
    Optional<List<Inline>> bracketed = out.takeBracketed();
    if (bracketed.isPresent()) {
      out.add(new Inline.Styled(withUniqueId(written, node), bracketed.get()));
    } else if (endsHeading) {
      ofBlock = merged(ofBlock, written);
    } else {
      out.text(node.raw());
    }
  }

  private Attributes withUniqueId(Attributes attributes, Node node) {
    return reading.names().unique(attributes, text.location(node, block));
  }

  private void shortcode(ShortcodeNode shortcode) {
    reading
        .findings()
        .warning(
            "shortcode-without-effect",
            text.location(shortcode, block),
            "The shortcode \"" + shortcode.name() + "\" has no effect here and is left out.",
            "Write Markdown or HTML in its place.");
  }

  private void unread(UnreadNode unread, InlineBuilder out) {
    out.text(unread.text().replace('\n', ' '));
    reading
        .findings()
        .warning(
            "text-not-read",
            text.location(unread, block),
            "This text is too intricate to be read, so it is shown without formatting.",
            "Part it into shorter paragraphs.");
  }

  private static Inline withAttributes(Inline.Image image, Attributes more) {
    return new Inline.Image(
        image.destination(),
        image.title(),
        image.alternative(),
        merged(image.attributes(), more),
        image.span());
  }

  static Attributes merged(Attributes first, Attributes second) {
    List<String> classes = new ArrayList<>(first.classes());
    classes.addAll(second.classes());
    Map<String, String> values = new LinkedHashMap<>(first.values());
    values.putAll(second.values());
    return new Attributes(second.id().or(first::id), classes, values);
  }
}
