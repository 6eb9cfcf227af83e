package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.parse.source.Fragment;
import vivarium.parse.syntax.CellBreakBlock;
import vivarium.parse.syntax.CommentBlock;
import vivarium.parse.syntax.GroupBlock;
import vivarium.parse.syntax.LongTextBlock;
import vivarium.parse.syntax.MarkdownParser;
import vivarium.parse.syntax.MathBlock;
import vivarium.parse.syntax.StrayFenceBlock;

/** Turns Markdown's tree of one fragment into blocks. */
final class BlockReader {
  private final Reading reading;
  private final NodeText text;
  private final Paragraphs paragraphs;
  private final Lists lists;
  private final Groups groups;
  private final Tables tables;
  private final Fences fences;

  private BlockReader(Reading reading, Fragment fragment) {
    this.reading = reading;
    this.text = new NodeText(fragment);
    this.paragraphs = new Paragraphs(reading, text);
    this.lists = new Lists(this, reading, text);
    this.groups = new Groups(this, reading, text);
    this.tables = new Tables(reading, text);
    this.fences = new Fences(reading, text);
  }

  /** The blocks of {@code fragment}. */
  static List<Block> read(Fragment fragment, Reading reading, boolean isTop) {
    Span whole = fragment.span(0, 0, Math.max(0, fragment.lineCount() - 1));
    Scope scope = new Scope(isTop, reading.settings().isIncremental(), whole);
    return new BlockReader(reading, fragment).children(MarkdownParser.parse(fragment), scope);
  }

  /** The blocks within {@code parent}. */
  List<Block> children(Node parent, Scope scope) {
    List<Block> out = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, scope, out);
    }
    return out;
  }

  private void add(Node node, Scope scope, List<Block> out) {
    Span span = text.span(node, scope.span());
    if (node instanceof Paragraph || node instanceof LongTextBlock) {
      paragraphs.add(node, scope, span, out);
    } else if (node instanceof Heading heading) {
      paragraphs.heading(heading, span, out);
    } else if (node instanceof FencedCodeBlock fence) {
      fences.add(fence, span, out);
    } else if (node instanceof ListBlock list) {
      out.add(lists.read(list, scope.inside(span)));
    } else if (node instanceof GroupBlock group) {
      out.add(groups.group(group, scope.inside(span)));
    } else if (node instanceof BlockQuote) {
      out.add(groups.quote(node, scope.inside(span)));
    } else if (node instanceof FootnoteDefinition footnote) {
      footnote(footnote, scope.inside(span), out);
    } else if (node instanceof ThematicBreak rule) {
      out.add(rule(rule, scope, span));
    } else if (node instanceof CommentBlock comment) {
      comment(comment, span, out);
    } else if (node instanceof HtmlBlock html) {
      out.add(new Block.RawHtml(html.getLiteral(), span));
    } else if (node instanceof IndentedCodeBlock code) {
      out.add(new Block.Code("", code.getLiteral(), LineSteps.NONE, span));
    } else if (node instanceof MathBlock math) {
      math(math, scope, span, out);
    } else if (node instanceof TableBlock table) {
      out.add(tables.read(table, span));
    } else if (node instanceof StrayFenceBlock) {
      reading
          .findings()
          .warning(
              "stray-fence",
              text.location(node, span),
              "These colons close no group.",
              "Take them away, or open a group above with ::: {.name}.");
    } else if (!(node instanceof CellBreakBlock || node instanceof LinkReferenceDefinition)) {
      throw new IllegalStateException("no such block: " + node);
    }
  }

  private void footnote(FootnoteDefinition node, Scope scope, List<Block> out) {
    boolean isFirst =
        reading.footnotes().define(node.getLabel(), text.location(node, scope.span()));
    List<Block> children = children(node, scope);
    if (isFirst) {
      out.add(new Block.Footnote(Footnotes.same(node.getLabel()), children, scope.span()));
    }
  }

  private Block rule(ThematicBreak rule, Scope scope, Span span) {
    boolean breaks =
        reading.settings().isMarp() || text.firstLineText(rule).chars().allMatch(c -> c == '-');
    return scope.isTop() && breaks ? new Block.SlideBreak(false, span) : new Block.Rule(span);
  }

  private void comment(CommentBlock node, Span span, List<Block> out) {
    String literal = node.literal();
    Fragment fragment = text.literal(node, text.firstLine(node), literal);
    Comment comment = Comment.read(fragment, reading.settings().isMarp());
    if (comment instanceof Comment.Notes notes) {
      out.add(new Block.Notes(read(notes.text(), reading, false), span));
    } else if (comment instanceof Comment.Element element) {
      wrapLast(element, text.location(node, span), out);
    } else {
      Comments.report(comment, reading, text.location(node, span));
    }
    int end = Math.min(literal.length(), Comment.end(literal) + 3);
    String rest = literal.substring(end).strip();
    if (!rest.isEmpty()) {
      out.add(new Block.RawHtml(rest, span));
    }
  }

  private void wrapLast(Comment.Element element, Location where, List<Block> out) {
    if (out.isEmpty() || out.get(out.size() - 1) instanceof Block.SlideBreak) {
      reading
          .findings()
          .warning(
              "element-without-block",
              where,
              "This comment gives attributes to what stands before it, and nothing does.",
              "Put it behind the block it is meant for.");
      return;
    }
    Block last = out.remove(out.size() - 1);
    Attributes attributes = reading.names().unique(element.attributes(), where);
    out.add(new Block.Div(attributes, List.of(last), last.span()));
  }

  private void math(MathBlock math, Scope scope, Span span, List<Block> out) {
    if (math.tex().isPresent()) {
      out.add(new Block.DisplayMath(math.tex().get(), span));
      return;
    }
    if (!paragraphs.add(math, scope, span, out)) {
      reading
          .findings()
          .warning(
              "unclosed-math",
              text.location(math, span),
              "The dollars $$ that begin mathematics here have no end before the next empty line.",
              "Put $$ after the mathematics, and no empty line in it.");
    }
  }
}
