package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import vivarium.site.SiteFile;
import vivarium.site.html.HtmlText;
import vivarium.site.html.Srcset;
import vivarium.site.source.Destination;

/** The text of a page of HTML with the files in it that it names: styles, scripts, pictures. */
final class HtmlPageText {
  private static final Map<String, List<String>> FILES =
      Map.ofEntries(
          Map.entry("img", List.of("src")),
          Map.entry("source", List.of("src")),
          Map.entry("track", List.of("src")),
          Map.entry("audio", List.of("src")),
          Map.entry("video", List.of("src", "poster")),
          Map.entry("embed", List.of("src")),
          Map.entry("input", List.of("src")),
          Map.entry("image", List.of("href", "xlink:href")),
          Map.entry("object", List.of("data")));

  private static final List<String> KEPT = List.of("id", "class", "media", "title");

  private final HtmlText page;
  private final HtmlText.Edits edits;
  private final EmbeddedFiles embedded;
  private final JavaScriptModules modules;

  HtmlPageText(HtmlText page, EmbeddedFiles embedded, JavaScriptModules modules) {
    this.page = page;
    this.edits = page.new Edits();
    this.embedded = embedded;
    this.modules = modules;
  }

  /**
   * Takes in the page's files.
   *
   * @param core the script that stands in the place of PyScript's own; empty without Python
   * @return whether the page names PyScript's own
   * @throws IOException when a file cannot be read any more
   */
  boolean take(Optional<String> core) throws IOException {
    boolean hasCore = false;
    for (Element element : page.tree().getAllElements()) {
      switch (element.normalName()) {
        case "link" -> link(element);
        case "script" -> hasCore |= script(element, core);
        case "style" -> style(element);
        case "a", "area" -> anchor(element);
        default -> {
          // What else names files does so in attributes.
        }
      }
      for (String attribute : FILES.getOrDefault(element.normalName(), List.of())) {
        attribute(element, attribute);
      }
      if (element.hasAttr("srcset")) {
        pictures(element);
      }
      if (element.hasAttr("style")) {
        String written = element.attr("style");
        replace(element, "style", written, embedded.css(PageSources.PAGE, written));
      }
    }
    return hasCore;
  }

  /** The text with something before all that its author wrote, and something behind. */
  String with(String top, String end) {
    if (!top.isEmpty()) {
      edits.atTop(top);
    }
    int length = page.text().length();
    edits.text(length, length, end);
    return edits.applied();
  }

  private void link(Element link) throws IOException {
    String rel = " " + link.attr("rel").strip().toLowerCase(Locale.ROOT) + " ";
    String href = link.attr("href");
    Optional<SiteFile> file = embedded.file(href);
    if (file.isEmpty()) {
      return;
    }
    if (rel.contains(" stylesheet ")) {
      StringBuilder style = new StringBuilder("<style");
      for (String name : KEPT) {
        if (link.hasAttr(name)) {
          style.append(' ').append(name).append("=\"").append(escaped(link.attr(name))).append('"');
        }
      }
      String path = embedded.path(href).orElseThrow();
      embedded.use(path);
      String css = embedded.css(path, new String(file.get().bytes(), StandardCharsets.UTF_8));
      style.append('>').append(css.replace("</style", "<\\/style")).append("</style>");
      edits.text(link.sourceRange().startPos(), link.sourceRange().endPos(), style.toString());
    } else if (rel.contains("icon")) {
      attribute(link, "href");
    } else {
      edits.text(link.sourceRange().startPos(), link.sourceRange().endPos(), "");
    }
  }

  /** Whether it is PyScript's own. */
  private boolean script(Element script, Optional<String> core) throws IOException {
    String source = script.attr("src");
    String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
    boolean isModule = type.equals("module");
    if (!(isModule || type.isEmpty() || type.endsWith("javascript"))) {
      return false;
    }
    Optional<String> path = source.isEmpty() ? Optional.empty() : embedded.path(source);
    if (path.isPresent() && core.isPresent() && isOwn(path.get(), "core.js")) {
      edits.text(
          script.sourceRange().startPos(), script.endSourceRange().endPos(), core.get().strip());
      return true;
    }
    if (path.isPresent()) {
      edits.attribute(
          script, "src", modules.url(path.get(), embedded.file(source).orElseThrow().bytes()));
    } else if (source.isEmpty() && script.sourceRange().isTracked()) {
      String code = page.content(script);
      String whole = modules.whole(PageSources.PAGE, code);
      if (!whole.equals(code)) {
        int start = page.contentStart(script);
        edits.text(start, start + code.length(), whole);
      }
    }
    return false;
  }

  private static boolean isOwn(String path, String name) {
    return path.matches("vivarium/pyscript-[0-9a-f]{12}/" + name.replace(".", "\\."));
  }

  private void style(Element style) throws IOException {
    String css = page.content(style);
    String filled = embedded.css(PageSources.PAGE, css);
    if (!filled.equals(css)) {
      int start = page.contentStart(style);
      edits.text(start, start + css.length(), filled);
    }
  }

  private void pictures(Element element) throws IOException {
    String written = element.attr("srcset");
    Map<String, String> known = new HashMap<>();
    Srcset.with(written, url -> known.computeIfAbsent(url, each -> each));
    for (Map.Entry<String, String> each : known.entrySet()) {
      each.setValue(orSame(each.getKey()));
    }
    replace(element, "srcset", written, Srcset.with(written, known::get));
  }

  private void attribute(Element element, String name) throws IOException {
    if (element.hasAttr(name)) {
      replace(element, name, element.attr(name), orSame(element.attr(name)));
    }
  }

  private void replace(Element element, String name, String before, String after) {
    if (!after.equals(before)) {
      edits.attribute(element, name, after);
    }
  }

  private String orSame(String url) throws IOException {
    return embedded.url(url).orElse(url);
  }

  /** A file that a link leads to is saved from the page; other pages are not in it. */
  private void anchor(Element anchor) throws IOException {
    String href = anchor.attr("href");
    Optional<String> path = embedded.path(href);
    if (path.isEmpty() || (path.get().endsWith(".html") && !path.get().equals(PageSources.PAGE))) {
      return;
    }
    if (path.get().equals(PageSources.PAGE)) {
      edits.attribute(anchor, "href", "#" + Destination.of(href).fragment());
      return;
    }
    attribute(anchor, "href");
    if (!anchor.hasAttr("download")) {
      String name = path.get().substring(path.get().lastIndexOf('/') + 1);
      int start = anchor.sourceRange().startPos() + 1 + anchor.normalName().length();
      edits.text(start, start, " download=\"" + escaped(name) + "\"");
    }
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
