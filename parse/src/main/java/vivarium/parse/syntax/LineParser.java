package vivarium.parse.syntax;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Parses a block that is a single line. */
final class LineParser extends AbstractBlockParser {
  private static final Pattern CELL_BREAK = Pattern.compile("\\+\\+\\+\\s*(?:\\{.*\\}\\s*)?");

  private final Block block;

  LineParser(Block block) {
    this.block = block;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.none();
  }

  /** Starts MyST's breaks between cells, {@code +++}. */
  static final class CellBreakFactory implements BlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      String text = state.getLine().getContent().toString();
      int start = state.getNextNonSpaceIndex();
      boolean isBreak =
          state.getIndent() == 0
              && text.startsWith("+++", start)
              && CELL_BREAK.matcher(text.substring(start)).matches();
      return isBreak
          ? BlockStart.of(new LineParser(new CellBreakBlock())).atIndex(text.length())
          : BlockStart.none();
    }
  }
}
