package vivarium.site.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.render.Surroundings;

/** Leads a page to the PyScript of its site, and tells it what else the site has for it. */
final class PageRuntime {
  /** PyScript's own files, on any host, in any version. */
  private static final Pattern CORE =
      Pattern.compile("(.*/)?(core|storage)\\.(js|css)([?#].*)?", Pattern.CASE_INSENSITIVE);

  /** The same in JavaScript: {@code from "https://…/pyscript/…/core.js"}. */
  private static final Pattern IMPORTED =
      Pattern.compile("([\"'])([^\"'\\s]*pyscript[^\"'\\s]*/(core|storage)\\.js)\\1");

  private final HtmlText page;
  private final List<PythonScript> scripts;
  private final Surroundings surroundings;
  private final PageFolders folders;

  PageRuntime(
      HtmlText page, List<PythonScript> scripts, Surroundings surroundings, PageFolders folders) {
    this.page = page;
    this.scripts = scripts;
    this.surroundings = surroundings;
    this.folders = folders;
  }

  /** Whether a URL is that of a file of PyScript's. */
  static boolean isCore(String url) {
    return file(url).isPresent();
  }

  private static Optional<String> file(String url) {
    Matcher matcher = CORE.matcher(url.strip());
    return matcher.matches()
        ? Optional.of((matcher.group(2) + "." + matcher.group(3)).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  void place(HtmlText.Edits edits) {
    boolean hasScript = false;
    for (Element element : page.tree().select("script[src], link[href]")) {
      String attribute = element.hasAttr("src") ? "src" : "href";
      Optional<String> file = file(element.attr(attribute));
      file.ifPresent(name -> edits.attribute(element, attribute, folders.pyscript() + "/" + name));
      hasScript |= file.filter("core.js"::equals).isPresent();
    }
    for (Element element : page.tree().select("script[type=module]:not([src])")) {
      hasScript |= imported(element, edits);
    }
    edits.atTop(boot() + (hasScript ? "" : links()));
  }

  private boolean imported(Element script, HtmlText.Edits edits) {
    Matcher matcher = IMPORTED.matcher(page.content(script));
    boolean hasCore = false;
    while (matcher.find()) {
      int start = page.contentStart(script) + matcher.start(2);
      edits.text(
          start,
          start + matcher.group(2).length(),
          folders.pyscript() + "/" + matcher.group(3) + ".js");
      hasCore |= matcher.group(3).equals("core");
    }
    return hasCore;
  }

  private String links() {
    return "\n<link rel=\"stylesheet\" href=\""
        + folders.pyscript()
        + "/core.css\">\n<script type=\"module\" src=\""
        + folders.pyscript()
        + "/core.js\"></script>";
  }

  private String boot() {
    JsonObject boot = JsonObject.empty();
    if (scripts.stream().anyMatch(each -> each.engine().equals("mpy"))) {
      boot = boot.with("micropython", folders.micropython() + "/");
    }
    if (scripts.stream().anyMatch(each -> each.engine().equals("py"))) {
      boot = boot.with("pyodide", surroundings.pyodide() + "/");
      boot = surroundings.image().isEmpty() ? boot : boot.with("image", surroundings.image());
      boot = boot.with("packages", packages());
    }
    String json = boot.build().text().replace("<", "\\u003c");
    return "\n<script type=\"application/json\" id=\"vivarium-pyscript\">" + json + "</script>";
  }

  private Json packages() {
    JsonObject packages = JsonObject.empty();
    for (Json each : surroundings.packages().items()) {
      packages = packages.with(JsonObject.of(each).string("name"), each);
    }
    return packages.build();
  }
}
