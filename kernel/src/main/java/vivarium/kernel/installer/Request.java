package vivarium.kernel.installer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.version.Version;

/**
 * What is to be installed, and into what.
 *
 * @param build the interpreter
 * @param wanted requirements
 * @param here the packages that are there already, or that the page's site has
 * @param indexes addresses of package indexes, in order
 * @param alone whether what the packages need themselves is left out
 */
record Request(
    PyodideBuild build,
    List<String> wanted,
    Map<PackageName, Version> here,
    List<String> indexes,
    boolean alone) {
  Request {
    wanted = List.copyOf(wanted);
    here = Map.copyOf(here);
    indexes = List.copyOf(indexes);
  }

  /**
   * Reads a request: {@code {"python": "3.14.2", "abi": "2026_0", "emscripten": "5.0.3", "machine":
   * "wasm32", "wanted": ["rich>=14"], "here": {"mdurl": "0.1.2"}, "indexes": ["https://…/"],
   * "alone": false}}.
   */
  static Request read(Json json) {
    JsonObject members = JsonObject.of(json);
    PyodideBuild build =
        new PyodideBuild(
            Version.parse(members.string("python")),
            members.string("abi"),
            Version.parse(members.string("emscripten")),
            members.string("machine"));
    Map<PackageName, Version> here = new HashMap<>();
    members
        .object("here")
        .forEach((name, version) -> here.put(new PackageName(name), Version.parse(text(version))));
    return new Request(
        build,
        texts(members.array("wanted")),
        here,
        texts(members.array("indexes")),
        members.bool("alone"));
  }

  private static List<String> texts(List<Json> values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(text(value)));
    return texts;
  }

  private static String text(Json value) {
    return value instanceof Json.Str text ? text.value() : value.text();
  }
}
