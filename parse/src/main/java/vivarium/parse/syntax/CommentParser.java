package vivarium.parse.syntax;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses a {@link CommentBlock}: the second kind of <a
 * href="https://spec.commonmark.org/0.31.2/#html-blocks">HTML block</a>, kept apart from the others
 * because notes are written so.
 */
final class CommentParser extends AbstractBlockParser {
  private final CommentBlock block = new CommentBlock();
  private final StringBuilder lines = new StringBuilder();
  private boolean ended;

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    String text = line.getContent().toString();
    lines.append(lines.length() == 0 ? "" : "\n").append(text);
    ended = text.contains("-->");
  }

  @Override
  public void closeBlock() {
    block.setLiteral(lines.toString());
  }

  /** Starts comments. */
  static final class Factory implements BlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      String line = state.getLine().getContent().toString();
      boolean isComment =
          state.getIndent() < 4 && line.startsWith("<!--", state.getNextNonSpaceIndex());
      return isComment
          ? BlockStart.of(new CommentParser()).atIndex(state.getNextNonSpaceIndex())
          : BlockStart.none();
    }
  }
}
