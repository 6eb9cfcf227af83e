package vivarium.site.render;

import java.util.Set;
import vivarium.model.document.Span;
import vivarium.site.plan.HtmlTags;

/** Puts the destinations right in HTML that an author wrote. */
final class RawHtmlUrls {
  private static final Set<String> LINKS = Set.of("a href", "area href");
  private static final String FRAME = "iframe src";
  private static final Set<String> IMAGES = Set.of("img src", "video poster", "input src");
  private static final Set<String> FILES =
      Set.of(
          "source src",
          "video src",
          "audio src",
          "track src",
          "embed src",
          "object data",
          "script src",
          "link href");

  private RawHtmlUrls() {}

  /**
   * {@code html} with the destinations that lead elsewhere in the site changed, and nothing else.
   *
   * @param span where the HTML stands in the source
   */
  static String rewrite(String html, Span span, References references) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (HtmlTags.Attribute attribute : HtmlTags.attributes(html)) {
      String url = url(attribute, place(html, attribute.start(), span), references);
      if (!url.equals(PercentEncoding.url(attribute.value()))) {
        out.append(html, copied, attribute.start()).append(Html.escape(url));
        copied = attribute.end();
      }
    }
    return out.append(html, copied, html.length()).toString();
  }

  private static String url(HtmlTags.Attribute attribute, Span span, References references) {
    String key = attribute.element() + " " + attribute.name();
    String value = attribute.value().strip();
    if (LINKS.contains(key)) {
      return references.link(value, span);
    }
    if (key.equals(FRAME)) {
      // Another page of the site may be framed; one of another host is a request like any other.
      return value.matches("(?i)(https?:)?//.*")
          ? references.file(value, span)
          : references.link(value, span);
    }
    if (IMAGES.contains(key)) {
      return references.image(value, span);
    }
    return FILES.contains(key)
        ? references.file(value, span)
        : PercentEncoding.url(attribute.value());
  }

  private static Span place(String html, int offset, Span span) {
    int lines = (int) html.substring(0, offset).chars().filter(c -> c == '\n').count();
    int lineStart = html.lastIndexOf('\n', offset - 1) + 1;
    int column = html.codePointCount(lineStart, offset) + (lines == 0 ? span.column() : 1);
    int line = span.line() + lines;
    return new Span(line, column, line);
  }
}
