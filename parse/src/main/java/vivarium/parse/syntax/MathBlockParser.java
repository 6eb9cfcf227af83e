package vivarium.parse.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Parses a {@link MathBlock}. As in Pandoc, no empty line stands in it. */
final class MathBlockParser extends AbstractBlockParser {
  /** What may follow the closing dollars: a label of Quarto or of MyST. */
  private static final Pattern AFTER = Pattern.compile("\\s*(?:\\{#[^}]*\\}|\\([\\w:.-]+\\))?\\s*");

  private final MathBlock block = new MathBlock();
  private final List<SourceLine> lines = new ArrayList<>();
  private final StringBuilder tex = new StringBuilder();
  private boolean ended;

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return ended || state.isBlank()
        ? BlockContinue.none()
        : BlockContinue.atIndex(state.getNextNonSpaceIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    String text = line.getContent().toString();
    int start = lines.isEmpty() ? 2 : 0;
    lines.add(line);
    int end = closing(text, start);
    ended = end >= 0;
    tex.append(text, start, ended ? end : text.length()).append('\n');
    if (ended && AFTER.matcher(text.substring(end + 2)).matches() && !tex.toString().isBlank()) {
      block.setTex(tex.toString().strip());
    }
  }

  private static int closing(String text, int start) {
    int end = text.indexOf("$$", start);
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf("$$", end + 1);
    }
    return end;
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (block.tex().isEmpty()) {
      inlineParser.parse(SourceLines.of(lines), block);
    }
  }

  /** Starts mathematics. */
  static final class Factory implements BlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      String line = state.getLine().getContent().toString();
      int start = state.getNextNonSpaceIndex();
      boolean isMath =
          state.getIndent() < 4 && line.startsWith("$$", start) && !line.startsWith("$$$", start);
      if (!isMath) {
        return BlockStart.none();
      }
      int end = closing(line, start + 2);
      boolean isText = end >= 0 && !AFTER.matcher(line.substring(end + 2)).matches();
      return isText ? BlockStart.none() : BlockStart.of(new MathBlockParser()).atIndex(start);
    }
  }
}
