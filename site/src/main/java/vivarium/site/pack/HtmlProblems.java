package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.html.HtmlText;
import vivarium.site.html.PythonPage;
import vivarium.site.source.Destination;

/** What a page of HTML has that one file cannot have. */
final class HtmlProblems {
  private static final String PROBE = "viv-packed-probe";

  /** Elements in which a browser takes no other for what it is. */
  private static final String CLOSED_OFF = "svg, math, template, select, noscript, object";

  private final HtmlText page;
  private final PageSources sources;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private HtmlProblems(HtmlText page, PageSources sources) {
    this.page = page;
    this.sources = sources;
  }

  /**
   * What there is in a page.
   *
   * @param page as its author wrote it
   * @throws IOException when a file cannot be read any more
   */
  static List<Diagnostic> in(HtmlText page, PythonPage python, PageSources sources)
      throws IOException {
    HtmlProblems problems = new HtmlProblems(page, sources);
    problems.find(python);
    return problems.diagnostics;
  }

  private void find(PythonPage python) throws IOException {
    python.engines(
        (engine, where) ->
            diagnostics.add(
                Diagnostic.error(
                    "pack-engine",
                    where,
                    "Python comes from another place here, \""
                        + engine
                        + "\", which a packed page"
                        + " does not have in it.",
                    "Leave interpreter out: the page has its own Python.")));
    for (Element element : page.tree().getAllElements()) {
      switch (element.normalName()) {
        case "iframe", "frame" -> frame(element);
        case "script" -> script(element);
        case "a", "area" -> link(element);
        default -> {
          // Everything else can be in one file.
        }
      }
    }
    if (!isClosed()) {
      int end = page.text().length();
      diagnostics.add(
          Diagnostic.error(
              "pack-unclosed",
              page.at(end),
              "The page ends within an element or a comment, so that nothing can stand behind it.",
              "Close what is open; a browser's view of the source shows where it begins."));
    }
  }

  private boolean isClosed() {
    Element probe =
        Jsoup.parse(page.text() + "<script id=\"" + PROBE + "\"></script>").getElementById(PROBE);
    return probe != null && probe.closest(CLOSED_OFF) == null;
  }

  private void frame(Element frame) {
    Destination destination = Destination.of(frame.attr("src"));
    if (frame.hasAttr("src") && !destination.isExternal() && !frame.hasAttr("srcdoc")) {
      diagnostics.add(
          Diagnostic.error(
              "pack-frame",
              page.place(frame, "src"),
              "\""
                  + frame.attr("src")
                  + "\" is a page of its own, which cannot be in this one's file.",
              "Put its content into this page, or show it from its address on the web."));
    }
  }

  private void link(Element link) {
    Destination destination = Destination.of(link.attr("href"));
    boolean isPage = destination.path().matches(".*\\.(?:html?|md|markdown|qmd|ipynb)");
    boolean isOwn = destination.from(page.path()).filter(page.path()::equals).isPresent();
    if (!destination.isExternal() && isPage && !isOwn) {
      diagnostics.add(
          Diagnostic.warning(
              "pack-link",
              page.place(link, "href"),
              "The page leads to \"" + link.attr("href") + "\", which is not in the file.",
              "Give the page's address on the web, or leave the link out."));
    }
  }

  private void script(Element script) throws IOException {
    String type = script.attr("type").strip();
    if (type.equals("mpy") && script.hasAttr("worker")) {
      diagnostics.add(
          Diagnostic.warning(
              "pack-worker",
              page.place(script, "worker"),
              "MicroPython in a worker cannot wait for the page in a file from the disk: document,"
                  + " display() and input() fail in it.",
              "Use type=\"py\", or leave out worker."));
    }
    if (type.equals("importmap")) {
      importMap(script);
      return;
    }
    Optional<String> code = code(script);
    if (code.filter(text -> text.contains("serviceWorker.register")).isPresent()) {
      diagnostics.add(
          Diagnostic.warning(
              "pack-service-worker",
              place(script),
              "This script installs a service worker, which a page from the disk cannot have.",
              "Leave it out if it is there for Python's workers, which need none in Chrome and"
                  + " Edge."));
    }
  }

  private void importMap(Element map) {
    String text = page.content(map);
    int at = text.replaceAll("\\s", " ").indexOf(": \".");
    if (at >= 0) {
      diagnostics.add(
          Diagnostic.error(
              "pack-module",
              page.at(page.contentStart(map) + at),
              "An import map that names files cannot be in a packed page.",
              "Import the files by their paths in the scripts themselves."));
    }
  }

  private Optional<String> code(Element script) throws IOException {
    String source = script.attr("src");
    if (source.isEmpty()) {
      return Optional.of(page.content(script));
    }
    Destination destination = Destination.of(source);
    Optional<String> path =
        destination.isExternal() ? Optional.empty() : destination.from(PageSources.PAGE);
    Optional<byte[]> bytes = path.isEmpty() ? Optional.empty() : sources.bytes(path.get());
    return bytes.map(each -> new String(each, StandardCharsets.UTF_8));
  }

  private Location place(Element script) {
    return script.hasAttr("src") ? page.place(script, "src") : page.place(script);
  }
}
