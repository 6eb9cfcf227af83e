package vivarium.site.pack;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** What a page tells its scripts, with addresses that do not depend on where the page lies. */
final class Addresses {
  private static final List<String> KEYS =
      List.of("engine", "python", "image", "mathematics", "site");

  private Addresses() {}

  /** The page's configuration as a text for a script element. */
  static String in(JsonObject config, String root) {
    JsonObject changed = config;
    for (String key : KEYS) {
      changed = changed.with(key, absolute(config.string(key), root));
    }
    if (config.has("packages")) {
      List<Json> packages = new ArrayList<>();
      for (Json each : config.array("packages")) {
        packages.add(withUrl(JsonObject.of(each), root).build());
      }
      changed = changed.with("packages", new Json.Arr(packages));
    }
    if (config.has("notebook")) {
      JsonObject notebook = JsonObject.of(config.get("notebook"));
      changed = changed.with("notebook", withUrl(notebook, root).build());
    }
    return inScript(changed);
  }

  /** In a script element only {@code <} could be taken for markup. */
  static String inScript(JsonObject object) {
    return object.build().text().replace("<", "\\u003c");
  }

  private static JsonObject withUrl(JsonObject object, String root) {
    return object.with("url", absolute(object.string("url"), root));
  }

  private static String absolute(String url, String root) {
    return url.startsWith("./") ? root + url.substring(2) : url;
  }
}
