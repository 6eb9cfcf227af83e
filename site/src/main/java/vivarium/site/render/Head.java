package vivarium.site.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.FrontMatter.Trust;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.language.PageLanguage;
import vivarium.site.render.policy.ContentPolicy;

/**
 * Writes what stands around the body of a page.
 *
 * @param document the path of the document that it is made of
 * @param description a sentence for search engines
 * @param trust whose code its cells are taken for
 * @param network the origins that code of others may reach
 * @param notebook what the script of a notebook's page is told; empty for other pages
 */
record Head(
    Surroundings surroundings,
    Format format,
    String document,
    PageLanguage language,
    String title,
    Optional<String> description,
    boolean mathematics,
    boolean python,
    boolean autorun,
    Trust trust,
    List<String> network,
    Optional<JsonObject> notebook) {
  private static final String GENERATOR = "Vivarium 0.1.0";

  /** The whole page. */
  String around(String body) {
    Html out = new Html();
    Map<String, String> html = new LinkedHashMap<>();
    html.put("lang", language.tag());
    html.put("data-viv-format", format.name().toLowerCase(Locale.ROOT));
    out.raw("<!doctype html>\n").open("html", html).raw("\n<head>\n");
    out.raw("<meta charset=\"utf-8\">");
    Map<String, String> policy = new LinkedHashMap<>();
    policy.put("http-equiv", "Content-Security-Policy");
    policy.put("content", ContentPolicy.of(body, fetched(), format == Format.SLIDES));
    out.open("meta", policy).line();
    meta("viewport", "width=device-width, initial-scale=1", out);
    out.open("title").text(title).close("title").line();
    meta("generator", GENERATOR, out);
    description.ifPresent(text -> meta("description", text, out));
    link("icon", surroundings.core() + "/icon.svg", out);
    if (python) {
      out.raw("<script type=\"application/json\" id=\"viv-config\">");
      out.raw(config()).raw("</script>\n");
    }
    if (!language.own().isEmpty()) {
      out.raw("<script type=\"application/json\" data-viv-strings>");
      out.raw(strings()).raw("</script>\n");
    }
    script(Map.of("src", surroundings.core() + "/early.js"), out);
    stylesheets(out);
    String script = notebook.isPresent() ? "/notebook" : "/page";
    preload(script + ".js", out);
    language.file().ifPresent(file -> preload("/strings-" + file + ".js", out));
    Map<String, String> module = new LinkedHashMap<>();
    module.put("type", "module");
    String main = notebook.isPresent() ? "/notebook-page.js" : "/vivarium.js";
    module.put("src", surroundings.core() + main);
    integrity(main, module);
    script(module, out);
    alternates(out);
    return out.raw("</head>\n<body>\n").raw(body).line().raw("</body>\n</html>\n").toString();
  }

  /** What the page fetches: files of the site and of others, packages, and for code of others. */
  private List<String> fetched() {
    List<String> urls = new ArrayList<>(network);
    surroundings.files().stream()
        .flatMap(files -> JsonObject.of(files).array("files").stream())
        .map(file -> ((Json.Str) ((Json.Arr) file).items().get(1)).value())
        .forEach(urls::add);
    surroundings.packages().items().stream()
        .map(each -> JsonObject.of(each).string("url"))
        .forEach(urls::add);
    return urls;
  }

  private void stylesheets(Html out) {
    if (format == Format.SLIDES) {
      link("stylesheet", surroundings.core() + "/reveal.css", out);
    }
    link("stylesheet", surroundings.core() + "/theme.css", out);
    if (format == Format.NOTEBOOK) {
      link("stylesheet", surroundings.core() + "/notebook.css", out);
    }
    if (mathematics) {
      link("stylesheet", surroundings.katex() + "/katex.css", out);
    }
    surroundings.stylesheets().forEach(url -> link("stylesheet", url, out));
  }

  private void alternates(Html out) {
    for (Format other : Format.values()) {
      String url = surroundings.formats().get(other);
      if (url != null && other != format) {
        link("alternate", url, out);
      }
    }
  }

  private String config() {
    JsonObject config =
        JsonObject.empty()
            .with("engine", surroundings.pyodide() + "/")
            .with("python", surroundings.wheel())
            .with("image", surroundings.image())
            .with("mathematics", surroundings.katex() + "/")
            .with("autorun", autorun)
            .with("site", surroundings.root())
            .with("document", document);
    Json.Arr packages = surroundings.packages();
    config = packages.items().isEmpty() ? config : config.with("packages", packages);
    config = trust == Trust.READER ? config.with("trust", "reader") : config;
    config = network.isEmpty() ? config : config.with("network", origins()); // Code comes in links.
    config = notebook.isPresent() ? config.with("notebook", notebook.get().build()) : config;
    JsonObject whole = config;
    return inScript(surroundings.files().map(files -> whole.with("files", files)).orElse(whole));
  }

  private Json.Arr origins() {
    return new Json.Arr(network.stream().map(Json::of).toList());
  }

  private String strings() {
    JsonObject strings = JsonObject.empty();
    for (Map.Entry<String, String> text : language.own().entrySet()) {
      strings = strings.with(text.getKey(), text.getValue());
    }
    return inScript(strings);
  }

  /** In a script element only {@code <} could be taken for markup. */
  private static String inScript(JsonObject object) {
    return object.build().text().replace("<", "\\u003c");
  }

  private void preload(String script, Html out) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("rel", "modulepreload");
    attributes.put("href", surroundings.core() + script);
    integrity(script, attributes);
    out.open("link", attributes).line();
  }

  /**
   * Modules alone say which bytes they are: of a page from the disk, where modules do not load in
   * any case, browsers would refuse other scripts and styles that do.
   */
  private void integrity(String script, Map<String, String> attributes) {
    String hash = surroundings.integrity().get(script.substring(1));
    if (hash != null) {
      attributes.put("integrity", hash);
    }
  }

  private static void script(Map<String, String> attributes, Html out) {
    out.open("script", attributes).close("script").line();
  }

  private static void link(String rel, String url, Html out) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("rel", rel);
    attributes.put("href", url);
    out.open("link", attributes).line();
  }

  private static void meta(String name, String content, Html out) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", name);
    attributes.put("content", content);
    out.open("meta", attributes).line();
  }
}
