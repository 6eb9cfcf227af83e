package vivarium.parse.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Parses a {@link GroupBlock}. As in Pandoc, a closing fence ends the innermost open group. */
final class GroupParser extends AbstractBlockParser {
  private static final int CODE_INDENT = 4;
  private static final Pattern OPTION = Pattern.compile(":[A-Za-z][\\w-]*:(?:\\s.*)?");

  private final GroupOpening opening;
  private final GroupBlock block;
  private final Optional<SourceLine> title;
  private boolean hasContent;
  private int closingLine = -1;

  private GroupParser(GroupOpening opening, Optional<SourceLine> title) {
    this.opening = opening;
    this.block = new GroupBlock(opening);
    this.title = title;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    String line = state.getLine().getContent().toString();
    int start = state.getNextNonSpaceIndex();
    if (state.getIndent() < CODE_INDENT && start < line.length()) {
      if (isClosing(line, start) && isInnermost(state)) {
        closingLine = state.getLine().getSourceSpan().getLineIndex();
        block.close();
        return BlockContinue.finished();
      }
      String text = line.substring(start);
      if (opening.directive() && !hasContent && OPTION.matcher(text).matches()) {
        block.options().add(text);
        return BlockContinue.atIndex(line.length());
      }
    }
    hasContent = true;
    return BlockContinue.atIndex(state.getIndex());
  }

  private boolean isClosing(String line, int start) {
    int end = start;
    while (end < line.length() && line.charAt(end) == opening.fence()) {
      end++;
    }
    int least = opening.fence() == ':' ? 3 : opening.length();
    return end - start >= least && line.substring(end).isBlank();
  }

  /**
   * Whether no open block inside this one takes the line before it: neither another group, nor code
   * in which a line of colons is only text.
   */
  private boolean isInnermost(ParserState state) {
    Deque<Node> inside = new ArrayDeque<>();
    Node node = state.getActiveBlockParser().getBlock();
    while (node != null && node != block) {
      inside.push(node);
      node = node.getParent();
    }
    int indent = state.getIndent();
    for (Node inner : inside) {
      if (inner instanceof BlockQuote) {
        return true;
      }
      if (inner instanceof ListItem item) {
        indent -= item.getContentIndent();
        if (indent < 0) {
          return true;
        }
      }
      if (inner instanceof CommentBlock) {
        return false;
      }
      if (inner instanceof GroupBlock group) {
        return isOutdone(group.fence(), group.fenceLength());
      }
      if (inner instanceof FencedCodeBlock code) {
        return isOutdone(code.getFenceCharacter().charAt(0), code.getOpeningFenceLength());
      }
    }
    return true;
  }

  /** In MyST, the longer fence of a directive ends shorter ones within it. */
  private boolean isOutdone(char fence, int length) {
    return fence != ':' && fence == opening.fence() && length < opening.length();
  }

  /** The closing line belongs to no block inside, though the parser counts it to each open one. */
  @Override
  public void closeBlock() {
    for (Node node = block.getLastChild(); node != null; node = node.getLastChild()) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (spans.size() > 1 && spans.get(spans.size() - 1).getLineIndex() == closingLine) {
        node.setSourceSpans(spans.subList(0, spans.size() - 1));
      }
    }
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    title.ifPresent(line -> inlineParser.parse(SourceLines.of(line), block.title()));
  }

  /** Starts groups, and finds the fences that close none. */
  static final class Factory implements BlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      SourceLine line = state.getLine();
      String text = line.getContent().toString();
      int start = state.getNextNonSpaceIndex();
      boolean isFence = ":`~".indexOf(text.charAt(start)) >= 0;
      if (!isFence || state.getIndent() >= CODE_INDENT) {
        return BlockStart.none();
      }
      Optional<GroupOpening> found = GroupOpening.of(text, start);
      if (found.isPresent()) {
        GroupOpening opening = found.get();
        Optional<SourceLine> title =
            opening.titleStart() < opening.titleEnd()
                ? Optional.of(line.substring(opening.titleStart(), opening.titleEnd()))
                : Optional.empty();
        return BlockStart.of(new GroupParser(opening, title)).atIndex(text.length());
      }
      boolean isStray = text.startsWith(":::", start) && text.substring(start).matches(":+\\s*");
      return isStray
          ? BlockStart.of(new LineParser(new StrayFenceBlock())).atIndex(text.length())
          : BlockStart.none();
    }
  }
}
