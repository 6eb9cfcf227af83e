package vivarium.site.offline;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;
import vivarium.site.RelativeUrl;
import vivarium.site.SitePath;
import vivarium.site.language.PageLanguage;

/** A page of a site that readers can keep. */
final class OfflinePage {
  /** What only pages have that Vivarium wrote, and the place in them where more may stand. */
  private static final String WRITTEN = "<meta name=\"generator\" content=\"Vivarium ";

  private static final String END_OF_HEAD = "</head>";

  /** The same of pages of HTML with Python in them. */
  private static final String PYTHON =
      "<script type=\"application/json\" id=\"vivarium-pyscript\">";

  /** The ground of the theme, light and dark. */
  static final String PAPER = "#fcfbf8";

  private static final String DARK_PAPER = "#151917";

  private final SitePath path;
  private final String text;
  private final Document tree;

  private OfflinePage(SitePath path, String text) {
    this.path = path;
    this.text = text;
    this.tree = Jsoup.parse(text);
  }

  /** A page; empty when the file is none of Vivarium's. */
  static Optional<OfflinePage> of(SitePath path, byte[] file) {
    if (!path.path().endsWith(".html")) {
      return Optional.empty();
    }
    String text = new String(file, StandardCharsets.UTF_8);
    return text.contains(WRITTEN) || text.contains(PYTHON)
        ? Optional.of(new OfflinePage(path, text))
        : Optional.empty();
  }

  SitePath path() {
    return path;
  }

  /** What the page is called; empty when it does not say. */
  String title() {
    return tree.title().strip();
  }

  /** The language that it says it is in; empty when it does not say. */
  String language() {
    Element html = tree.selectFirst("html");
    return html == null ? "" : html.attr("lang").strip();
  }

  Optional<String> description() {
    return Optional.ofNullable(tree.selectFirst("meta[name=description]"))
        .map(meta -> meta.attr("content").strip())
        .filter(content -> !content.isEmpty());
  }

  /**
   * The page as it stands in a site that can be kept.
   *
   * @param script the path of the script that has the site kept
   * @param icon the path of a picture for home screens
   */
  byte[] html(String script, String icon) {
    int python = text.indexOf(PYTHON);
    int place = python < 0 ? text.indexOf(END_OF_HEAD) : python;
    String page = text.substring(0, place) + lines(script, icon) + text.substring(place);
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private String lines(String script, String icon) {
    StringBuilder lines = new StringBuilder();
    if (tree.selectFirst("meta[name=theme-color]") == null) {
      lines.append(colour("light", PAPER)).append(colour("dark", DARK_PAPER));
    }
    if (tree.selectFirst("link[rel=apple-touch-icon]") == null) {
      Map<String, String> link = new LinkedHashMap<>();
      link.put("rel", "apple-touch-icon");
      link.put("href", RelativeUrl.dotted(path.path(), icon));
      lines.append(element("link", link)).append('\n');
    }
    Texts texts = texts();
    Map<String, String> main = new LinkedHashMap<>();
    main.put("defer", "");
    main.put("src", RelativeUrl.dotted(path.path(), script));
    main.put("data-new-version", texts.of(Message.NEW_VERSION));
    main.put("data-reload", texts.of(Message.RELOAD));
    main.put("data-close", texts.of(Message.CLOSE));
    return lines.append(element("script", main)).append("</script>\n").toString();
  }

  private static String colour(String scheme, String colour) {
    Map<String, String> meta = new LinkedHashMap<>();
    meta.put("name", "theme-color");
    meta.put("media", "(prefers-color-scheme: " + scheme + ")");
    meta.put("content", colour);
    return element("meta", meta) + "\n";
  }

  private static String element(String name, Map<String, String> attributes) {
    Element element = new Element(name);
    attributes.forEach(element::attr);
    String html = element.outerHtml().strip();
    int end = html.indexOf("</");
    return end < 0 ? html : html.substring(0, end);
  }

  /** What Vivarium says in the page's language, with the author's own words. */
  private Texts texts() {
    Map<String, String> own = new LinkedHashMap<>();
    Element strings = tree.selectFirst("script[data-viv-strings]");
    if (strings != null) {
      try {
        ((Json.Obj) Json.parse(strings.data()))
            .members()
            .forEach((key, value) -> own.put(key, ((Json.Str) value).value()));
      } catch (JsonException | ClassCastException e) {
        own.clear(); // An author wrote them into a page of their own; the page's script tells them.
      }
    }
    return PageLanguage.of(language(), own).texts();
  }
}
