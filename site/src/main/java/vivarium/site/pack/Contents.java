package vivarium.site.pack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

/** Which files of a site a page has a use for, apart from those that stand in its text. */
final class Contents {
  private static final String EDITOR = "codemirror.js";

  private final PageFacts facts;
  private final SortedMap<SitePath, SiteFile> site;
  private final SortedMap<SitePath, SiteFile> packed;
  private final Map<String, byte[]> small = new TreeMap<>();
  private final Map<String, byte[]> large = new LinkedHashMap<>();

  /**
   * @param site the files of a site in which only the page's document was built
   * @param packed what packed pages have in another form
   * @throws IOException when a file cannot be read any more
   */
  Contents(
      PageFacts facts, SortedMap<SitePath, SiteFile> site, SortedMap<SitePath, SiteFile> packed)
      throws IOException {
    this.facts = facts;
    this.site = site;
    this.packed = packed;
    scripts();
    if (facts.isLive()) {
      python();
      files();
    }
  }

  /** Files that are compressed together, by their paths in the site. */
  Map<String, byte[]> small() {
    return small;
  }

  /** Files that are compressed already, or large, by their paths in the site. */
  Map<String, byte[]> large() {
    return large;
  }

  private void scripts() throws IOException {
    for (String name : facts.scripts()) {
      script(name);
    }
    for (SitePath path : site.keySet()) {
      String name = path.path().substring(path.path().lastIndexOf('/') + 1);
      if (path.path().startsWith(facts.core()) && facts.isTextOfLanguage(name)) {
        small.put(path.path(), site.get(path).bytes());
      }
    }
    if (facts.setsMathematics()) {
      String typesetter = facts.mathematics() + "markdown.js";
      small.put(typesetter, bytes(typesetter));
    }
  }

  private void script(String name) throws IOException {
    boolean isIdle = name.equals(EDITOR) && !facts.isEditable();
    SiteFile other = packed.get(new SitePath(isIdle ? "no-editor.js" : name));
    String path = facts.core() + name;
    small.put(path, other == null ? bytes(path) : other.bytes());
  }

  private void python() throws IOException {
    JsonObject config = facts.config();
    EngineFiles engine = new EngineFiles(site, packed, true);
    engine.add(
        PageFacts.path(config.string("engine")),
        PageFacts.path(config.string("image")),
        small,
        large);
  }

  private void files() throws IOException {
    JsonObject config = facts.config();
    for (Json each : config.has("packages") ? config.array("packages") : List.<Json>of()) {
      JsonObject found = JsonObject.of(each);
      if (found.has("index")) {
        script("installer.js");
      } else if (!found.bool("wanted")) { // The image has the wanted ones.
        String wheel = PageFacts.path(found.string("url"));
        large.put(wheel, bytes(wheel));
      }
    }
    if (config.has("files")) {
      for (Json each : JsonObject.of(config.get("files")).array("files")) {
        String path = ((Json.Str) ((Json.Arr) each).items().get(1)).value();
        small.put(path, bytes(path));
      }
    }
    if (config.has("notebook")) {
      String notebook = PageFacts.path(JsonObject.of(config.get("notebook")).string("url"));
      small.put(notebook, bytes(notebook));
    }
  }

  private byte[] bytes(String path) throws IOException {
    SiteFile file = site.get(new SitePath(path));
    if (file == null) {
      throw new IllegalStateException("not in the site: " + path);
    }
    return file.bytes();
  }
}
