package vivarium.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Block;
import vivarium.model.document.Span;
import vivarium.parse.source.SourceText;

/** Checks that what a parse gave points into its file. */
final class Positions {
  private Positions() {}

  static void assertInside(Parsed parsed, SourceText text) {
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      if (diagnostic.where().line() > 0) {
        inside(diagnostic.where().line(), diagnostic.where().column(), text, diagnostic);
      }
    }
    blocks(parsed.document().blocks(), text);
  }

  private static void blocks(List<Block> blocks, SourceText text) {
    for (Block block : blocks) {
      Span span = block.span();
      inside(span.line(), span.column(), text, block);
      assertThat(span.lastLine())
          .as("%s", block)
          .isLessThanOrEqualTo(Math.max(1, text.lineCount()));
      blocks(children(block), text);
    }
  }

  static List<Block> children(Block block) {
    if (block instanceof Block.Div div) {
      return div.children();
    } else if (block instanceof Block.Notes notes) {
      return notes.children();
    } else if (block instanceof Block.Callout callout) {
      return callout.children();
    } else if (block instanceof Block.Quote quote) {
      return quote.children();
    } else if (block instanceof Block.ItemList list) {
      return list.items().stream().flatMap(item -> item.children().stream()).toList();
    }
    return List.of();
  }

  private static void inside(int line, int column, SourceText text, Object what) {
    assertThat(line).as("line of %s", what).isBetween(1, Math.max(1, text.lineCount()));
    String words = text.lineCount() == 0 ? "" : text.line(line - 1);
    int width = words.codePointCount(0, words.length());
    assertThat(column).as("column of %s", what).isBetween(0, width + 1);
  }
}
