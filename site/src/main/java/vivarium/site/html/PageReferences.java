package vivarium.site.html;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Span;
import vivarium.model.json.Json;
import vivarium.site.render.PercentEncoding;
import vivarium.site.render.References;
import vivarium.site.source.CssUrl;
import vivarium.site.source.Destination;

/** What a page names: links, which are led to the pages of documents, and files that it needs. */
final class PageReferences {
  /** The attributes that name a file, by the elements that have them. */
  private static final Map<String, List<String>> FILES =
      Map.ofEntries(
          Map.entry("img", List.of("src")),
          Map.entry("script", List.of("src", "config")),
          Map.entry("py-script", List.of("src", "config")),
          Map.entry("mpy-script", List.of("src", "config")),
          Map.entry("py-config", List.of("src")),
          Map.entry("mpy-config", List.of("src")),
          Map.entry("link", List.of("href")),
          Map.entry("source", List.of("src")),
          Map.entry("input", List.of("src")),
          Map.entry("image", List.of("href", "xlink:href")),
          Map.entry("track", List.of("src")),
          Map.entry("audio", List.of("src")),
          Map.entry("video", List.of("src", "poster")),
          Map.entry("iframe", List.of("src")),
          Map.entry("embed", List.of("src")),
          Map.entry("object", List.of("data")));

  private static final Pattern TEMPLATE = Pattern.compile("\\{[^{}/]+}");
  private static final Pattern INLINE = Pattern.compile("[\\n{=]");

  private final HtmlText page;
  private final References references;
  private final HtmlText.Edits edits;

  PageReferences(HtmlText page, References references, HtmlText.Edits edits) {
    this.page = page;
    this.references = references;
    this.edits = edits;
  }

  /** Looks at all elements, and at the files of the configurations that stand in the page. */
  void take(List<PageConfiguration> configurations) {
    for (Element element : page.tree().getAllElements()) {
      if (element.normalName().equals("a") || element.normalName().equals("area")) {
        link(element);
      }
      for (String attribute : FILES.getOrDefault(element.normalName(), List.of())) {
        file(element, attribute);
      }
      pictures(element);
      styles(element);
    }
    configurations.forEach(this::configuration);
  }

  private void link(Element element) {
    String value = element.attr("href");
    if (!value.isEmpty() && !Destination.of(value).isExternal()) {
      replace(element, "href", value, references.link(value, span(page.place(element, "href"))));
    }
  }

  private void file(Element element, String attribute) {
    String value = element.attr(attribute).strip();
    boolean isInline = attribute.equals("config") && INLINE.matcher(value).find();
    if (!value.isEmpty()
        && !isInline
        && !PageRuntime.isCore(value)
        && !Destination.of(value).isExternal()) {
      Span span = span(page.place(element, attribute));
      replace(element, attribute, value, references.file(value, span));
    }
  }

  private void pictures(Element element) {
    if (element.hasAttr("srcset")) {
      String value = element.attr("srcset");
      Span span = span(page.place(element, "srcset"));
      String changed = Srcset.with(value, url -> own(url, span));
      if (!changed.equals(value)) {
        edits.attribute(element, "srcset", changed);
      }
    }
  }

  /** What a style of the page itself names. */
  private void styles(Element element) {
    boolean isSheet = element.normalName().equals("style");
    String css = isSheet ? page.content(element) : element.attr("style");
    if (css.isBlank()) {
      return;
    }
    int first = (isSheet ? page.at(page.contentStart(element)) : page.place(element)).line();
    for (CssUrl url : CssUrl.in(css)) {
      int line = isSheet ? first + url.line() - 1 : first;
      own(url.destination(), new Span(line, 1, line));
    }
  }

  /** The URL of a file in the site; what is not the page's own stays as it is. */
  private String own(String url, Span span) {
    Destination destination = Destination.of(url);
    if (destination.isExternal() || destination.path().isEmpty()) {
      return url;
    }
    String after = references.file(url, span);
    return after.equals(PercentEncoding.url(url)) ? url : after;
  }

  private void replace(Element element, String attribute, String before, String after) {
    if (!after.equals(PercentEncoding.url(before))) {
      edits.attribute(element, attribute, after);
    }
  }

  private void configuration(PageConfiguration configuration) {
    if (configuration.values().isEmpty()) {
      return;
    }
    Map<String, Json> values = configuration.values().get().members();
    if (values.get("files") instanceof Json.Obj files) {
      files.members().keySet().stream()
          .filter(name -> !TEMPLATE.matcher(name).matches())
          .forEach(name -> configured(configuration, "files", filled(name, files)));
    }
    if (values.get("js_modules") instanceof Json.Obj threads) {
      for (Json modules : threads.members().values()) {
        if (modules instanceof Json.Obj table) {
          table.members().keySet().forEach(name -> configured(configuration, "js_modules", name));
        }
      }
    }
    configuration.texts("packages").stream()
        .filter(each -> each.startsWith(".") || each.startsWith("/"))
        .forEach(each -> configured(configuration, "packages", each));
  }

  /** A name with the values of its templates, such as {@code {DATA}/ages.csv}. */
  private static String filled(String name, Json.Obj files) {
    Matcher found = TEMPLATE.matcher(name);
    return found.replaceAll(
        match ->
            Matcher.quoteReplacement(
                files.members().get(match.group()) instanceof Json.Str text
                    ? filled(text.value(), new Json.Obj(Map.of()))
                    : match.group()));
  }

  /** A path in a configuration begins at the file that has the configuration. */
  private void configured(PageConfiguration configuration, String key, String name) {
    Destination destination = Destination.of(name);
    if (destination.isExternal() || name.contains("{")) {
      return;
    }
    String prefix = configuration.base().substring(0, configuration.base().lastIndexOf('/') + 1);
    String own = page.path().substring(0, page.path().lastIndexOf('/') + 1);
    String path = name.startsWith("/") ? name : "/" + prefix + name;
    boolean isHere = prefix.equals(own);
    Location where = configuration.text().place(key, name);
    Span span = where.path().equals(page.path()) ? span(where) : new Span(1, 1, 1);
    references.file(isHere ? name : path, span);
  }

  private static Span span(Location where) {
    return new Span(
        Math.max(1, where.line()), Math.max(1, where.column()), Math.max(1, where.line()));
  }
}
