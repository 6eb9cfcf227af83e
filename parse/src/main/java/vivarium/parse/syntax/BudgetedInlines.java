package vivarium.parse.syntax;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Reads running text while it takes neither too long nor too deep. For each {@code <} the parser
 * looks for a {@code >} to the end of the paragraph, so a long text of nothing else takes quadratic
 * time; and it recurses over emphasis within emphasis, of which a text can hold any number.
 */
final class BudgetedInlines implements InlineParser {
  /** Characters looked at in vain, in a whole document: under a second. */
  static final long MAX_WORK = 200_000_000;

  /** What a paragraph may always take, so that ordinary ones after a hostile one are read. */
  static final long FREE_WORK = 500_000;

  private final InlineParser inlines;
  private long work;

  BudgetedInlines(InlineParserContext context) {
    inlines = new InlineParserImpl(context);
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    String text = lines.getContent();
    long needed = text.chars().filter(c -> c == '<').count() * text.length();
    if (needed > FREE_WORK) {
      work += needed;
      if (work > MAX_WORK) {
        leaveUnread(lines, block);
        return;
      }
    }
    try {
      inlines.parse(lines, block);
    } catch (StackOverflowError e) { // how deep is too deep, only the stack of this thread knows
      leaveUnread(lines, block);
    }
  }

  private static void leaveUnread(SourceLines lines, Node block) {
    while (block.getFirstChild() != null) {
      block.getFirstChild().unlink();
    }
    UnreadNode unread = new UnreadNode(lines.getContent());
    unread.setSourceSpans(lines.getSourceSpans());
    block.appendChild(unread);
  }
}
