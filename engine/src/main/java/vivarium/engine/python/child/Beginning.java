package vivarium.engine.python.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * What an interpreter begins with.
 *
 * @param imports the modules that its memory image has
 * @param packages what Python is told of the packages that it may import
 * @param wheels where their wheels are on the disk, by the name under which Python finds them
 */
public record Beginning(Json.Arr imports, Json.Arr packages, Map<String, Path> wheels) {
  /** What every other beginning is made from. */
  public static final Beginning PLAIN =
      new Beginning(new Json.Arr(List.of()), new Json.Arr(List.of()), Map.of());

  /** The URL of a file, as the interpreter sees it. */
  public static String url(String file) {
    return Interpreters.ORIGIN + file;
  }

  /** The beginning with this text. */
  static Beginning parse(String text) {
    JsonObject json = JsonObject.of(Json.parse(text));
    Map<String, Path> wheels = new TreeMap<>();
    JsonObject files = JsonObject.of(json.get("wheels"));
    json.object("wheels").keySet().forEach(url -> wheels.put(url, Path.of(files.string(url))));
    return new Beginning(
        new Json.Arr(json.array("imports")), new Json.Arr(json.array("packages")), wheels);
  }

  /** The text of this beginning. */
  public String text() {
    JsonObject files = JsonObject.empty();
    for (Map.Entry<String, Path> wheel : new TreeMap<>(wheels).entrySet()) {
      files = files.with(wheel.getKey(), wheel.getValue().toAbsolutePath().toString());
    }
    return JsonObject.empty()
        .with("imports", imports)
        .with("packages", packages)
        .with("wheels", files.build())
        .build()
        .text();
  }

  /** Names the memory image for it: what is put into an interpreter later does not count. */
  String image() {
    String hashes = wanted().map(each -> each.string("sha256")).collect(Collectors.joining(" "));
    return hashes.isEmpty() ? imports.text() : imports.text() + " " + hashes;
  }

  /** What its image is made from. */
  Beginning before() {
    if (!imports.items().isEmpty()) {
      return new Beginning(new Json.Arr(List.of()), packages, wheels);
    }
    return PLAIN;
  }

  boolean isPlain() {
    return imports.items().isEmpty() && wanted().findAny().isEmpty();
  }

  private Stream<JsonObject> wanted() {
    return packages.items().stream().map(JsonObject::of).filter(each -> each.bool("wanted"));
  }

  /** The wheels themselves, as files that the interpreter's code finds. */
  Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, Path> wheel : wheels.entrySet()) {
      files.put(wheel.getKey(), Files.readAllBytes(wheel.getValue()));
    }
    return files;
  }
}
