package vivarium.parse.syntax;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import vivarium.parse.source.Fragment;

/** <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a> with Vivarium's extensions. */
public final class MarkdownParser {
  /** Fifty lists within one another, or a hundred quotations; deeper ones are text. */
  static final int MAX_OPEN_BLOCKS = 100;

  private MarkdownParser() {}

  /** The tree of a text, no deeper than a recursive visit can bear. */
  public static Node parse(Fragment text) {
    return Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
        .inlineParserFactory(BudgetedInlines::new)
        .customBlockParserFactory(new LongTextParser.Factory())
        .customBlockParserFactory(new GroupParser.Factory())
        .customBlockParserFactory(new CommentParser.Factory())
        .customBlockParserFactory(new MathBlockParser.Factory())
        .customBlockParserFactory(new LineParser.CellBreakFactory())
        .customBlockParserFactory(new BoundedTables(text.lineCount()))
        .customInlineContentParserFactory(new MathParser.Factory())
        .customInlineContentParserFactory(new BracesParser.Factory())
        .postProcessor(new DepthLimit())
        .extensions(
            List.of(
                StrikethroughExtension.create(),
                AutolinkExtension.create(),
                FootnotesExtension.create()))
        .build()
        .parse(text.text());
  }
}
