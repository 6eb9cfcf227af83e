package vivarium.site.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vivarium.model.document.Inline;
import vivarium.model.document.InlineVisitor;
import vivarium.model.document.PlainText;
import vivarium.model.document.Span;

/** Writes running text. */
final class InlineRenderer implements InlineVisitor<Html> {
  private final Html out;
  private final References references;
  private final Mathematics mathematics;
  private final Footnotes footnotes;

  /** Where the text stands, for the inlines that do not know it themselves. */
  private final Span span;

  InlineRenderer(
      Html out, References references, Mathematics mathematics, Footnotes footnotes, Span span) {
    this.out = out;
    this.references = references;
    this.mathematics = mathematics;
    this.footnotes = footnotes;
    this.span = span;
  }

  Html all(List<Inline> inlines) {
    for (Inline inline : inlines) {
      inline.accept(this);
    }
    return out;
  }

  @Override
  public Html text(Inline.Text text) {
    return out.text(text.text());
  }

  @Override
  public Html emphasis(Inline.Emphasis emphasis) {
    return element("em", Map.of(), emphasis.children());
  }

  @Override
  public Html strong(Inline.Strong strong) {
    return element("strong", Map.of(), strong.children());
  }

  @Override
  public Html strikethrough(Inline.Strikethrough strikethrough) {
    return element("del", Map.of(), strikethrough.children());
  }

  @Override
  public Html codeSpan(Inline.CodeSpan code) {
    return out.open("code").text(code.code()).close("code");
  }

  @Override
  public Html link(Inline.Link link) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("href", references.link(link.destination(), link.span()));
    if (!link.title().isEmpty()) {
      attributes.put("title", link.title());
    }
    return element("a", attributes, link.children());
  }

  @Override
  public Html image(Inline.Image image) {
    return image(image, image.title());
  }

  /** An image with a tooltip other than its own. */
  Html image(Inline.Image image, String title) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("src", references.image(image.destination(), image.span()));
    attributes.put("alt", PlainText.of(image.alternative()));
    if (!title.isEmpty()) {
      attributes.put("title", title);
    }
    attributes.put("loading", "lazy");
    attributes.putAll(HtmlAttributes.ofImage(image.attributes()));
    return out.open("img", attributes);
  }

  @Override
  public Html math(Inline.InlineMath math) {
    return out.raw(mathematics.html(math.tex(), false, math.span()));
  }

  @Override
  public Html rawHtml(Inline.RawHtml html) {
    return out.raw(RawHtmlUrls.rewrite(html.html(), span, references));
  }

  @Override
  public Html hardBreak(Inline.HardBreak hardBreak) {
    return out.raw("<br>\n");
  }

  @Override
  public Html softBreak(Inline.SoftBreak softBreak) {
    return out.raw("\n");
  }

  @Override
  public Html styled(Inline.Styled styled) {
    return element("span", HtmlAttributes.of(styled.attributes()), styled.children());
  }

  @Override
  public Html footnoteMark(Inline.FootnoteMark mark) {
    return footnotes.mark(mark.label(), out);
  }

  private Html element(String name, Map<String, String> attributes, List<Inline> children) {
    out.open(name, attributes);
    all(children);
    return out.close(name);
  }
}
