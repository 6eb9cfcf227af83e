package vivarium.parse.syntax;

import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Starts tables, unless filling up their rows could take too many cells: the parser makes every row
 * as wide as the header, so a file of a wide header and many short rows grows quadratically.
 */
final class BoundedTables implements BlockParserFactory {
  /** A hundred columns in a thousand rows and more: beyond any table a person reads. */
  static final int MAX_CELLS = 200_000;

  private final BlockParserFactory tables = new TableBlockParser.Factory();
  private final int lines;

  /** For a text of this many lines. */
  BoundedTables(int lines) {
    this.lines = lines;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    long columns = state.getLine().getContent().chars().filter(c -> c == '|').count() + 1;
    return columns * lines > MAX_CELLS ? BlockStart.none() : tables.tryStart(state, matched);
  }
}
