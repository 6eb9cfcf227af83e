package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.source.Destination;

/** Which files a page of HTML has a use for, apart from those that stand in its text. */
final class HtmlContents {
  private static final String VIVARIUM = "vivarium/";
  private static final Pattern CODE = Pattern.compile(".*\\.(?:py|m?js|html?|toml|json|txt)");
  private static final Pattern FETCHED =
      Pattern.compile("\\b(?:fetch|open_url)\\s*+\\(\\s*+[rf]?([\"'`])([^\"'`\\n$]+)\\1");

  private final String page;
  private final JsonObject boot;
  private final SortedMap<SitePath, SiteFile> site;
  private final SortedMap<SitePath, SiteFile> packed;
  private final Map<String, byte[]> small = new TreeMap<>();
  private final Map<String, byte[]> large = new LinkedHashMap<>();

  /**
   * @param page the text of the page in its site
   * @param boot what the page tells PyScript; empty when it has no Python
   * @param packed what packed pages have in another form
   */
  HtmlContents(
      String page,
      JsonObject boot,
      SortedMap<SitePath, SiteFile> site,
      SortedMap<SitePath, SiteFile> packed) {
    this.page = page;
    this.boot = boot;
    this.site = site;
    this.packed = packed;
  }

  /** Files that are compressed together, by their paths in the site. */
  Map<String, byte[]> small() {
    return small;
  }

  /** Files that are compressed already, by their paths in the site. */
  Map<String, byte[]> large() {
    return large;
  }

  /**
   * Adds the files of the author's that scripts ask for.
   *
   * @param embedded the files that stand in the page's text
   * @throws IOException when a file cannot be read any more
   */
  void addAuthors(PageSources sources, EmbeddedFiles embedded, JavaScriptModules modules)
      throws IOException {
    String code = code();
    for (Map.Entry<SitePath, SiteFile> each : site.entrySet()) {
      String path = each.getKey().path();
      if (!path.startsWith(VIVARIUM)
          && !path.equals(PageSources.PAGE)
          && isAskedFor(path, embedded.uses().getOrDefault(path, 0), code)) {
        small.put(path, content(path, each.getValue().bytes(), embedded, modules));
      }
    }
    Matcher fetched = FETCHED.matcher(code);
    while (fetched.find()) {
      Destination destination = Destination.of(fetched.group(2));
      Optional<String> path =
          destination.isExternal() ? Optional.empty() : destination.from(PageSources.PAGE);
      Optional<byte[]> bytes = path.isEmpty() ? Optional.empty() : sources.bytes(path.get());
      if (bytes.isPresent() && !path.get().equals(PageSources.PAGE)) {
        small.putIfAbsent(path.get(), bytes.get());
      }
    }
  }

  /**
   * Adds Python and PyScript.
   *
   * @param folder of PyScript's own files, with a final slash
   * @throws IOException when a file cannot be read any more
   */
  void addPython(String folder) throws IOException {
    String code = code();
    List<String> always = List.of("worker.js", "directories.js");
    for (String name : always) {
      script(folder, name);
    }
    Map<String, List<String>> asked =
        Map.of(
            "config", List.of("checks.js", "toml.js", "archives.js"),
            "editor", List.of("editors.js"),
            "codemirror", List.of("editors.js"),
            "terminal", List.of("terminals.js", "terminal.css"),
            "donkey", List.of("donkeys.js", "terminal.css"),
            "py-game", List.of("games.js"));
    for (Map.Entry<String, List<String>> each : asked.entrySet()) {
      if (code.contains(each.getKey())) {
        for (String name : each.getValue()) {
          script(folder, name);
        }
      }
    }
    if (boot.has("micropython")) {
      microPython(PageFacts.path(boot.string("micropython")), code);
      script(folder, "python.json");
    }
    if (boot.has("pyodide")) {
      script(folder, "image.js");
      script(folder, "brotli.wasm");
      String image = PageFacts.path(boot.string("image"));
      new EngineFiles(site, packed, false)
          .add(PageFacts.path(boot.string("pyodide")), image, small, large);
      for (Json each : ((Json.Obj) boot.get("packages")).members().values()) {
        String wheel = PageFacts.path(JsonObject.of(each).string("url"));
        large.put(wheel, bytes(wheel));
      }
    }
  }

  private void microPython(String folder, String code) throws IOException {
    small.put(folder + "micropython.mjs", bytes(folder + "micropython.mjs"));
    for (String traced : code.contains("debug") ? List.of("", "-settrace") : List.of("")) {
      for (String ulab : code.contains("ulab") ? List.of("", "-ulab") : List.of("")) {
        String name = folder + "micropython" + traced + ulab + ".wasm";
        small.put(name, bytes(name));
      }
    }
  }

  private void script(String folder, String name) throws IOException {
    SiteFile other = packed.get(new SitePath("pyscript/" + name));
    small.put(folder + name, other == null ? bytes(folder + name) : other.bytes());
  }

  /** All texts in which scripts may name what they need. */
  private String code() throws IOException {
    StringBuilder code = new StringBuilder(page);
    for (Map.Entry<SitePath, SiteFile> each : site.entrySet()) {
      String path = each.getKey().path();
      if (!path.startsWith(VIVARIUM)
          && !path.equals(PageSources.PAGE)
          && CODE.matcher(path).matches()) {
        code.append('\n').append(new String(each.getValue().bytes(), StandardCharsets.UTF_8));
      }
    }
    return code.toString();
  }

  /** Whether a file is named more often than it stands in the text. */
  private static boolean isAskedFor(String path, int embedded, String code) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int named = 0;
    for (int at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + name.length())) {
      named++;
    }
    return embedded == 0 || named > embedded;
  }

  private static byte[] content(
      String path, byte[] bytes, EmbeddedFiles embedded, JavaScriptModules modules)
      throws IOException {
    boolean isScript = path.endsWith(".js") || path.endsWith(".mjs");
    if (!isScript && !path.endsWith(".css")) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String whole = isScript ? modules.whole(path, text) : embedded.css(path, text);
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(String path) throws IOException {
    SiteFile file = site.get(new SitePath(path));
    if (file == null) {
      throw new IllegalStateException("not in the site: " + path);
    }
    return file.bytes();
  }
}
