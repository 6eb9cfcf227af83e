package vivarium.packages.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.packages.requirement.PackageName;

/** The page of a package in JSON, as PEP 691 has it. */
public final class SimpleJson {
  private SimpleJson() {}

  /**
   * Reads a page.
   *
   * @param page its address
   * @throws IndexException when it is none
   */
  public static Listing read(PackageName name, Address page, String text) throws IndexException {
    try {
      List<PageFile> files = new ArrayList<>();
      if (Json.parse(text) instanceof Json.Obj top
          && top.members().get("files") instanceof Json.Arr all) {
        for (Json each : all.items()) {
          if (each instanceof Json.Obj file) {
            files.add(file(file.members()));
          }
        }
        return PageFile.listing(name, page, files);
      }
      throw new IndexException(page + " has no list of files, as the page of a package has.");
    } catch (JsonException e) {
      throw new IndexException(page + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static PageFile file(Map<String, Json> members) {
    String key = members.containsKey("core-metadata") ? "core-metadata" : "dist-info-metadata";
    Json metadata = members.get(key);
    return new PageFile(
        text(members.get("filename")).orElse(""),
        text(members.get("url")).orElse(""),
        sha256(members.get("hashes")),
        text(members.get("requires-python")),
        yanked(members.get("yanked")),
        metadata instanceof Json.Obj || isTrue(metadata),
        sha256(metadata));
  }

  private static Optional<String> sha256(@Nullable Json hashes) {
    return hashes instanceof Json.Obj all ? text(all.members().get("sha256")) : Optional.empty();
  }

  private static Optional<String> text(@Nullable Json value) {
    return value instanceof Json.Str text ? Optional.of(text.value()) : Optional.empty();
  }

  private static boolean isTrue(@Nullable Json value) {
    return value instanceof Json.Bool bool && bool.value();
  }

  private static Optional<String> yanked(@Nullable Json value) {
    return isTrue(value) ? Optional.of("") : text(value);
  }
}
