package vivarium.web.notebook.keep;

import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/**
 * What a reader has made of a notebook.
 *
 * @param name names it among the copies of the notebook; there are several when tabs disagree
 * @param base the hash of the author's text that it came from
 * @param text the whole notebook
 * @param stamp changes whenever the copy is written
 * @param saved when that was last, as ISO 8601
 */
public record Copy(String name, String base, String text, String stamp, String saved) {
  /**
   * A stamp for what one page writes.
   *
   * @param writer names the page
   * @param count of what it has written
   */
  static String stamp(String writer, int count) {
    return writer + "-" + count;
  }

  /** Whether the page of this name wrote it last. */
  boolean isBy(String writer) {
    return stamp.startsWith(writer + "-");
  }

  /** The text under which it is kept. */
  public String json() {
    return JsonObject.empty()
        .with("base", base)
        .with("stamp", stamp)
        .with("saved", saved)
        .with("text", text)
        .build()
        .text();
  }

  /** Reads what {@link #json} wrote; empty for anything else. */
  public static Optional<Copy> read(String name, String json) {
    try {
      JsonObject object = JsonObject.of(Json.parse(json));
      return Optional.of(
          new Copy(
              name,
              object.string("base"),
              object.string("text"),
              object.string("stamp"),
              object.string("saved")));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
