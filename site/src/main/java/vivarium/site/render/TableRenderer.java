package vivarium.site.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import vivarium.model.document.Block;
import vivarium.model.document.Inline;
import vivarium.model.document.Span;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/** Writes tables, in a box that scrolls sideways where it is narrow. */
final class TableRenderer {
  private final Html out;
  private final BiFunction<List<Inline>, Span, Html> inlines;
  private final Texts texts;

  TableRenderer(Html out, BiFunction<List<Inline>, Span, Html> inlines, Texts texts) {
    this.out = out;
    this.inlines = inlines;
    this.texts = texts;
  }

  Html table(Block.Table table) {
    out.line()
        .raw("<div class=\"viv-table\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .text(texts.of(Message.TABLE))
        .raw("\">")
        .raw("<table>\n<thead>\n");
    row("th", table.header(), table);
    out.raw("</thead>\n");
    if (!table.rows().isEmpty()) {
      out.raw("<tbody>\n");
      table.rows().forEach(row -> row("td", row, table));
      out.raw("</tbody>\n");
    }
    return out.raw("</table></div>").line();
  }

  private void row(String name, List<List<Inline>> cells, Block.Table table) {
    out.raw("<tr>\n");
    for (int i = 0; i < cells.size(); i++) {
      Block.Table.Alignment alignment = table.alignments().get(i);
      out.open(
          name,
          alignment == Block.Table.Alignment.NONE
              ? Map.of()
              : Map.of("style", "text-align: " + alignment.name().toLowerCase(Locale.ROOT)));
      inlines.apply(cells.get(i), table.span()).close(name).line();
    }
    out.raw("</tr>\n");
  }
}
