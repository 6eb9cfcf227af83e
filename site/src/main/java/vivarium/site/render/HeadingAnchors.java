package vivarium.site.render;

import java.util.ArrayDeque;
import java.util.Deque;
import vivarium.model.document.Block;
import vivarium.model.document.Document;

/** Gives the headings of a notebook's text the places that links lead to. */
final class HeadingAnchors {
  private final Deque<Block.Heading> headings = new ArrayDeque<>();

  /** The places of a document; its text has to be asked for in the order of the document. */
  HeadingAnchors(Document document) {
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        headings.add(heading);
      }
    }
  }

  /** The HTML with the ids in it. */
  String in(String html) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = html.indexOf("<h"); at >= 0; at = html.indexOf("<h", at + 1)) {
      int level = at + 3 < html.length() ? html.charAt(at + 2) - '0' : 0;
      boolean isHeading = level >= 1 && level <= 6 && html.charAt(at + 3) == '>';
      if (isHeading && !headings.isEmpty() && headings.peek().level() == level) {
        out.append(html, from, at + 3).append(" id=\"");
        out.append(Html.escape(headings.remove().id())).append('"');
        from = at + 3;
      }
    }
    return out.append(html, from, html.length()).toString();
  }
}
