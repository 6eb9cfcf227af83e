package vivarium.parse.syntax;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Takes over text that would take the parser too long or too deep. For each line the parser copies
 * the paragraph so far, to see whether a list or table begins; here none does, up to the next empty
 * line. And it recurses over the attributes of a tag that begins a line.
 */
final class LongTextParser extends AbstractBlockParser {
  /** Far more lines than a paragraph has, and few enough to copy as often. */
  static final int MAX_PARAGRAPH_LINES = 2_000;

  /** More attributes than any tag has. */
  static final int MAX_ATTRIBUTES = 1_000;

  private final LongTextBlock block = new LongTextBlock();
  private final List<SourceLine> lines = new ArrayList<>();

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return state.isBlank()
        ? BlockContinue.none()
        : BlockContinue.atIndex(state.getNextNonSpaceIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    lines.add(line);
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    inlineParser.parse(SourceLines.of(lines), block);
  }

  /** Finds tags of very many attributes, and counts the lines of the paragraph being parsed. */
  static final class Factory implements BlockParserFactory {
    private Block paragraph = new Paragraph();
    private int firstLine;

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (isHugeTag(state)) {
        return BlockStart.of(new LongTextParser()).atIndex(state.getNextNonSpaceIndex());
      }
      Block block = state.getActiveBlockParser().getBlock();
      int line = state.getLine().getSourceSpan().getLineIndex();
      if (!(block instanceof Paragraph)) {
        return BlockStart.none();
      }
      if (!block.equals(paragraph)) {
        paragraph = block;
        firstLine = line;
      }
      boolean isMatched = matched.getMatchedBlockParser().getBlock().equals(paragraph);
      return isMatched && line - firstLine > MAX_PARAGRAPH_LINES
          ? BlockStart.of(new LongTextParser()).atIndex(state.getNextNonSpaceIndex())
          : BlockStart.none();
    }

    private static boolean isHugeTag(ParserState state) {
      CharSequence line = state.getLine().getContent();
      int start = state.getNextNonSpaceIndex();
      int spaces = 0;
      if (line.charAt(start) == '<') {
        for (int i = start; i < line.length() && line.charAt(i) != '>'; i++) {
          spaces += Character.isWhitespace(line.charAt(i)) ? 1 : 0;
        }
      }
      return spaces > MAX_ATTRIBUTES;
    }
  }
}
