package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jsoup.nodes.Element;
import vivarium.model.text.Message;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.html.HtmlText;
import vivarium.site.language.PageLanguage;
import vivarium.site.source.Destination;

/** The text of a page with the files in it that it names: styles, fonts, pictures. */
final class PageText {
  /** Where the page stands in its site. */
  private static final String PAGE = "index.html";

  private static final Map<String, List<String>> FILES =
      Map.of(
          "img", List.of("src"),
          "source", List.of("src"),
          "track", List.of("src"),
          "audio", List.of("src"),
          "video", List.of("src", "poster"),
          "embed", List.of("src"),
          "input", List.of("src"),
          "object", List.of("data"));

  private final HtmlText page;
  private final HtmlText.Edits edits;
  private final PageFacts facts;
  private final SortedMap<SitePath, SiteFile> site;
  private final EmbeddedFiles embedded;
  private final List<String> missing = new ArrayList<>();
  private final Map<String, byte[]> fonts = new LinkedHashMap<>();
  private final StringBuilder faces = new StringBuilder();

  PageText(HtmlText page, PageFacts facts, SortedMap<SitePath, SiteFile> site) {
    this.page = page;
    this.edits = page.new Edits();
    this.facts = facts;
    this.site = site;
    this.embedded = new EmbeddedFiles(PAGE, site);
  }

  /**
   * The page's text.
   *
   * @param config what its scripts are told
   * @param top what comes before all else in its head
   * @param styles that only packed pages have
   * @param makeFonts the script that makes fonts of those in the head
   * @param end what comes behind its content
   */
  String with(String config, String top, String styles, String makeFonts, String end)
      throws IOException {
    Element html = page.tree().selectFirst("html");
    if (html != null) {
      int tag = html.sourceRange().endPos();
      edits.text(tag - 1, tag, " data-viv-packed data-viv-broken=\"" + escaped(broken()) + "\">");
    }
    edits.atTop(top);
    for (Element link : page.tree().select("link[href]")) {
      link(link);
    }
    for (Element script : page.tree().select("script")) {
      script(script, config);
    }
    for (Element element : page.tree().select("body *")) {
      for (String attribute : FILES.getOrDefault(element.normalName(), List.of())) {
        file(element, attribute);
      }
      if (element.hasClass("viv-formats")) {
        formats(element);
      } else if (element.normalName().equals("a") && element.closest(".viv-formats") == null) {
        anchor(element);
      }
    }
    // Its scripts stand in the page now, and its worker would be under the policy too.
    for (Element policy : page.tree().select("meta[http-equiv=Content-Security-Policy]")) {
      edits.text(policy.sourceRange().startPos(), policy.sourceRange().endPos(), "");
    }
    facts.script().ifPresent(this::scriptPage);
    int head = page.text().indexOf("</head>");
    edits.text(head, head, styles + (faces.isEmpty() ? "" : faces + inline(makeFonts)));
    int body = page.text().lastIndexOf("</body>");
    edits.text(body, body, end);
    return edits.applied();
  }

  /** Other pages that the page leads to, as it names them; they are not in the file. */
  List<String> missing() {
    return missing;
  }

  /** How many bytes of fonts there are. */
  long fontBytes() {
    return fonts.values().stream().mapToLong(bytes -> bytes.length).sum();
  }

  /** What is said of a file that was cut off. */
  private String broken() {
    return PageLanguage.of(facts.language(), Map.of()).texts().of(Message.PACKED_BROKEN);
  }

  /** What a script says of itself stands before it. */
  private void scriptPage(Script script) {
    Element title = page.tree().selectFirst("title");
    if (title != null) {
      int start = page.contentStart(title);
      edits.text(start, start + page.content(title).length(), escaped(script.title()));
    }
    Element main = page.tree().selectFirst("main");
    if (main != null) {
      int end = main.sourceRange().endPos();
      edits.text(end - 1, end - 1, " data-viv-script=\"" + escaped(script.name()) + "\"");
      String about =
          script.about().isEmpty()
              ? ""
              : "\n<p class=\"viv-script-about\">" + escaped(script.about()) + "</p>";
      edits.text(end, end, "\n<h1>" + escaped(script.title()) + "</h1>" + about);
      Element cell = main.selectFirst("viv-cell");
      if (cell != null) {
        int start = cell.sourceRange().startPos();
        edits.text(start, start, new ScriptForm(script, facts.language()).html(cell.id()));
      }
    }
  }

  private void link(Element link) throws IOException {
    String rel = link.attr("rel");
    Optional<SiteFile> file = embedded.file(link.attr("href"));
    int start = link.sourceRange().startPos();
    int end = link.sourceRange().endPos();
    String path = PageFacts.path(link.attr("href"));
    if (rel.equals("stylesheet") && file.isPresent()) {
      boolean theme = path.equals(facts.core() + "theme.css");
      edits.text(start, end, style(path, text(file.get())) + (theme ? mathematics() : ""));
    } else if (rel.equals("icon") && file.isPresent()) {
      edits.attribute(link, "href", DataUrl.of(path, file.get().bytes()));
    } else if (file.isPresent() || rel.equals("alternate")) {
      edits.text(start, end, "");
    }
  }

  /** The styles of formulas that come about while the page is read. */
  private String mathematics() throws IOException {
    if (!facts.setsMathematics()) {
      return "";
    }
    String path = facts.mathematics() + "katex.css";
    SiteFile file = site.get(new SitePath(path));
    boolean isThere = page.tree().selectFirst("link[href$=/katex.css]") != null;
    return file == null || isThere ? "" : style(path, text(file));
  }

  private String style(String path, String css) throws IOException {
    Fonts found = Fonts.of(css, facts.text(), facts.isItalic());
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    for (Fonts.Face face : found.faces()) {
      font(folder + PageFacts.path(face.file()), face.description());
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    // What stands in a style element ends with the first thing that looks like its closing tag.
    return "<style data-viv-style=\""
        + escaped(name)
        + "\">"
        + embedded.css(path, found.css()).replace("</style", "<\\/style")
        + "</style>";
  }

  private void font(String path, String description) throws IOException {
    SiteFile file = site.get(new SitePath(path));
    if (file != null && !fonts.containsKey(path)) {
      byte[] bytes = file.bytes();
      fonts.put(path, bytes);
      faces
          .append("<script type=\"text/plain\" data-viv-font=\"")
          .append(escaped(description))
          .append("\" data-size=\"")
          .append(bytes.length)
          .append("\">")
          .append(FifteenBits.of(bytes))
          .append("</script>\n");
    }
  }

  private void script(Element script, String config) throws IOException {
    int start = script.sourceRange().startPos();
    int end = script.endSourceRange().endPos();
    Optional<SiteFile> file = embedded.file(script.attr("src"));
    if (script.id().equals("viv-config")) {
      edits.text(
          page.contentStart(script), page.contentStart(script) + script.data().length(), config);
    } else if (file.isPresent() && script.attr("src").endsWith("/" + facts.builtMain())) {
      edits.text(start, end, "");
    } else if (file.isPresent() && script.attr("src").startsWith("./vivarium/")) {
      edits.text(start, end, inline(text(file.get())));
    } else if (file.isPresent()) {
      edits.attribute(script, "src", DataUrl.of(script.attr("src"), file.get().bytes()));
    }
  }

  private void file(Element element, String attribute) throws IOException {
    Optional<SiteFile> file = embedded.file(element.attr(attribute));
    if (file.isPresent()) {
      edits.attribute(element, attribute, DataUrl.of(element.attr(attribute), file.get().bytes()));
    }
  }

  /** The document's other pages are not in the file. */
  private void formats(Element links) {
    Element parent = links.parent();
    Element gone = parent != null && parent.childrenSize() == 1 ? parent : links;
    edits.text(gone.sourceRange().startPos(), gone.endSourceRange().endPos(), "");
  }

  private void anchor(Element anchor) throws IOException {
    String href = anchor.attr("href");
    Optional<SiteFile> file = embedded.file(href);
    if (file.isEmpty()) {
      return;
    }
    Destination destination = Destination.of(href);
    if (destination.path().equals(PAGE)) {
      edits.attribute(anchor, "href", "#" + destination.fragment());
      return;
    }
    if (destination.path().endsWith(".html")) {
      missing.add(href);
      return;
    }
    String name = href.substring(href.lastIndexOf('/') + 1);
    edits.attribute(anchor, "href", DataUrl.of(href, file.get().bytes()));
    int tagEnd = anchor.sourceRange().endPos() - 1;
    if (!anchor.hasAttr("download")) {
      edits.text(tagEnd, tagEnd, " download=\"" + escaped(name) + "\"");
    }
  }

  static String inline(String script) {
    return inline("", script);
  }

  /** A script as an element; in its text nothing may look like markup. */
  static String inline(String type, String script) {
    String text = script.strip().replace("</script", "<\\/script").replace("<!--", "\\x3C!--");
    return (type.isEmpty() ? "<script>" : "<script type=\"" + type + "\">") + text + "</script>\n";
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private static String text(SiteFile file) throws IOException {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
