package vivarium.site.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vivarium.model.document.Block;
import vivarium.model.document.Descendants;
import vivarium.model.document.Document;
import vivarium.model.document.Inline;

/** The places in a document that a link can lead to. */
public final class Anchors {
  private final Set<String> found = new TreeSet<>();

  private Anchors() {}

  /** The ids of headings, cells, callouts, items and groups, and those in HTML and braces. */
  public static Set<String> in(Document document) {
    Anchors anchors = new Anchors();
    Descendants.visit(document.blocks(), anchors::block);
    return anchors.found;
  }

  /** {@code wanted}, or it with a number when the document has such an id already. */
  public static String unused(String wanted, Document document) {
    Set<String> used = in(document);
    String id = wanted;
    for (int i = 2; used.contains(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      found.add(heading.id());
      inlines(heading.content());
    } else if (block instanceof Block.Paragraph paragraph) {
      inlines(paragraph.content());
    } else if (block instanceof Block.PythonCell python) {
      found.add(python.cell().id());
    } else if (block instanceof Block.Div div) {
      div.attributes().id().ifPresent(found::add);
    } else if (block instanceof Block.Callout callout) {
      callout.attributes().id().ifPresent(found::add);
      inlines(callout.title());
    } else if (block instanceof Block.ItemList list) {
      list.items().forEach(item -> item.attributes().id().ifPresent(found::add));
    } else if (block instanceof Block.Table table) {
      List<List<List<Inline>>> rows = new ArrayList<>(table.rows());
      rows.add(table.header());
      rows.forEach(row -> row.forEach(this::inlines));
    } else if (block instanceof Block.RawHtml html) {
      html(html.html());
    }
  }

  private void inlines(List<Inline> inlines) {
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Emphasis emphasis) {
        inlines(emphasis.children());
      } else if (inline instanceof Inline.Strong strong) {
        inlines(strong.children());
      } else if (inline instanceof Inline.Strikethrough strikethrough) {
        inlines(strikethrough.children());
      } else if (inline instanceof Inline.Link link) {
        inlines(link.children());
      } else if (inline instanceof Inline.Styled styled) {
        styled.attributes().id().ifPresent(found::add);
        inlines(styled.children());
      } else if (inline instanceof Inline.Image image) {
        image.attributes().id().ifPresent(found::add);
      } else if (inline instanceof Inline.RawHtml html) {
        html(html.html());
      }
    }
  }

  private void html(String html) {
    for (HtmlTags.Attribute attribute : HtmlTags.attributes(html)) {
      boolean names = attribute.name().equals("name") && attribute.element().equals("a");
      if (attribute.name().equals("id") || names) {
        found.add(attribute.value());
      }
    }
  }
}
