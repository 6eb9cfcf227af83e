package vivarium.site.render;

import java.util.List;
import java.util.Map;
import vivarium.model.document.Block;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/** Writes the texts of footnotes. */
final class FootnoteList {
  private final Html out;
  private final BlockRenderer blocks;
  private final Footnotes footnotes;
  private final Texts texts;

  /** Whether each text leads back to its marks; on a slide both are in sight. */
  private final boolean leadsBack;

  FootnoteList(
      Html out, BlockRenderer blocks, Footnotes footnotes, Texts texts, boolean leadsBack) {
    this.out = out;
    this.blocks = blocks;
    this.footnotes = footnotes;
    this.texts = texts;
    this.leadsBack = leadsBack;
  }

  /** The footnotes that wait to be written, and those that are marked in them. */
  Html write() {
    List<Footnotes.Numbered> next = footnotes.takeWaiting();
    if (next.isEmpty()) {
      return out;
    }
    int start = next.get(0).number();
    out.line()
        .raw("<div class=\"viv-footnotes\" role=\"doc-endnotes\" aria-label=\"")
        .text(texts.of(Message.FOOTNOTES))
        .raw("\">\n")
        .open("ol", start == 1 ? Map.of() : Map.of("start", Integer.toString(start)))
        .line();
    while (!next.isEmpty()) {
      next.forEach(this::text);
      next = footnotes.takeWaiting();
    }
    return out.raw("</ol>\n</div>\n");
  }

  private void text(Footnotes.Numbered footnote) {
    out.open("li", footnotes.id(footnote).map(id -> Map.of("id", id)).orElse(Map.of()));
    List<Block> children = footnote.footnote().children();
    List<String> marks = leadsBack ? footnotes.marksOf(footnote) : List.of();
    if (children.size() == 1 && children.get(0) instanceof Block.Paragraph) {
      blocks.tight(children);
      out.raw(marks.isEmpty() ? "" : " ");
      back(marks);
    } else {
      blocks.all(children);
      if (!marks.isEmpty()) {
        out.line().open("p");
        back(marks);
        out.close("p").line();
      }
    }
    out.close("li").line();
  }

  private void back(List<String> marks) {
    String between = "";
    for (String mark : marks) {
      out.raw(between)
          .raw("<a class=\"viv-footnote-back\" href=\"#" + Html.escape(mark) + "\"")
          .raw(" role=\"doc-backlink\" aria-label=\"")
          .text(texts.of(Message.BACK_TO_TEXT))
          .raw("\">↩</a>");
      between = " ";
    }
  }
}
