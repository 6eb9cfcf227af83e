package vivarium.site.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** What a built page tells of itself, by which it is known what it needs. */
final class PageFacts {
  private static final Pattern LEANING = Pattern.compile("<(?:em|i|cite|dfn|var|address)\\b");
  private static final Pattern MATHEMATICAL =
      Pattern.compile("Markdown|Math\\b|[Ll]atex|_repr_markdown_|sympy|class=\"katex");

  private final Document tree;
  private final String text;
  private final JsonObject config;
  private final String core;
  private final Optional<Script> script;

  /**
   * @param text of a page that stands at the root of its site
   * @param script what the page runs as a whole
   */
  PageFacts(Document tree, String text, Optional<Script> script) {
    this.tree = tree;
    this.text = text;
    this.script = script;
    Element element = tree.getElementById("viv-config");
    this.config = element == null ? JsonObject.empty() : JsonObject.of(Json.parse(element.data()));
    Element main = tree.selectFirst("script[type=module]");
    String address = main == null ? "" : path(main.attr("src"));
    this.core = address.substring(0, address.lastIndexOf('/') + 1);
  }

  /** Whether the page can run Python. */
  boolean isLive() {
    return config.has("engine");
  }

  /** What the page tells its scripts; empty when it is not live. */
  JsonObject config() {
    return config;
  }

  /** Where the scripts stand in the site, with a final slash; empty when they are others' pages. */
  String core() {
    return core;
  }

  boolean isNotebook() {
    return config.has("notebook");
  }

  /** The script that a site's page begins with. */
  String builtMain() {
    return isNotebook() ? "notebook-page.js" : "vivarium.js";
  }

  /** The script that the page begins with. */
  String main() {
    return script.isPresent() ? "script.js" : builtMain();
  }

  Optional<Script> script() {
    return script;
  }

  /** What the page's language calls itself; empty where it does not say. */
  String language() {
    Element html = tree.selectFirst("html");
    return html == null ? "" : html.attr("lang");
  }

  /** Files in the folder of scripts. */
  Set<String> scripts() {
    Set<String> names = new TreeSet<>();
    names.addAll(List.of(builtMain(), isNotebook() ? "notebook.js" : "page.js"));
    names.add(main());
    if (tree.selectFirst("main.viv-deck") != null) {
      names.add("reveal.js");
    }
    if (isLive()) {
      names.addAll(
          List.of("brotli.wasm", "codemirror.js", "dompurify.js", "files.js", "kernel-worker.js"));
    }
    boolean prompts = tree.selectFirst("[data-repl]") != null;
    if (prompts) {
      names.addAll(List.of("repl.js", "repl.css"));
    }
    if (isNotebook()) {
      names.addAll(List.of("notebook-files.js", "notebook-links.js"));
    }
    if (prompts || isNotebook()) {
      names.addAll(List.of("variables.js", "variables.css"));
    }
    if (hasWidgets()) {
      names.addAll(List.of("widgets.js", "widgets.css"));
    }
    return names;
  }

  /** Whether a reader can write any code. */
  boolean isEditable() {
    return isNotebook() || tree.selectFirst("viv-cell:not([data-readonly]), [data-repl]") != null;
  }

  /** Whether there is the package by which objects in Python reach the page. */
  private boolean hasWidgets() {
    return config.has("packages")
        && config.array("packages").stream()
            .anyMatch(each -> JsonObject.of(each).string("name").equals("comm"));
  }

  /** Whether a file has what the scripts say in the page's language. */
  boolean isTextOfLanguage(String name) {
    if (!name.startsWith("strings-") || !name.endsWith(".js")) {
      return false;
    }
    String tag = name.replaceFirst("strings-(notebook-)?(.*)\\.js", "$2");
    String language = language().toLowerCase(Locale.ROOT);
    return language.equals(tag) || language.startsWith(tag + "-");
  }

  /**
   * Whether formulas or Markdown can come about while the page is read, beyond those that stand in
   * it.
   */
  boolean setsMathematics() {
    return isLive() && (isNotebook() || MATHEMATICAL.matcher(text).find());
  }

  /** The folder of what sets mathematics, with a final slash. */
  String mathematics() {
    return path(config.string("mathematics"));
  }

  boolean isItalic() {
    return isNotebook() || LEANING.matcher(text).find();
  }

  /** Everything that is read on the page, and more. */
  String text() {
    return text;
  }

  /** The path in the site that a URL leads to which the page writes. */
  static String path(String url) {
    return url.startsWith("./") ? url.substring(2) : url;
  }
}
