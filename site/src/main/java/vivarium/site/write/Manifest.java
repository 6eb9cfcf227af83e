package vivarium.site.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/** The list of the files in a folder that are Vivarium's: it replaces and removes no others. */
record Manifest(SortedMap<String, Entry> files) {
  /** Where the list stands in a site. */
  static final String PATH = "vivarium/site.json";

  private static final int VERSION = 1;

  /**
   * A file.
   *
   * @param size in bytes
   * @param sha256 64 hexadecimal digits
   */
  record Entry(int size, String sha256) {}

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Reads the list in {@code folder}; empty when there is none.
   *
   * @throws JsonException when it is not such a list
   */
  static Optional<Manifest> in(Path folder) throws IOException {
    Path file = folder.resolve(PATH);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonObject json =
        JsonObject.of(Json.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    if (json.integer("version") != VERSION) {
      throw new JsonException("\"version\" is not " + VERSION);
    }
    SortedMap<String, Entry> files = new TreeMap<>();
    for (Map.Entry<String, Json> member : json.object("files").entrySet()) {
      JsonObject entry = JsonObject.of(member.getValue());
      Inside.check(member.getKey());
      files.put(member.getKey(), new Entry(entry.integer("size"), entry.string("sha256")));
    }
    return Optional.of(new Manifest(files));
  }

  /** The text of the list, the same for the same files. */
  byte[] bytes() {
    Map<String, Json> members = new LinkedHashMap<>();
    files.forEach(
        (path, entry) ->
            members.put(
                path,
                JsonObject.empty()
                    .with("size", entry.size())
                    .with("sha256", entry.sha256())
                    .build()));
    String text =
        JsonObject.empty()
            .with("version", VERSION)
            .with("files", new Json.Obj(members))
            .build()
            .text();
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
