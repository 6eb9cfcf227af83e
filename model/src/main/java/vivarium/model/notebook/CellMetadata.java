package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the metadata of a cell says, as far as it means something here.
 *
 * @param tags such as {@code raises-exception}
 * @param slideType what {@code slideshow.slide_type} says: {@code slide}, {@code subslide}, {@code
 *     fragment}, {@code skip}, {@code notes}, {@code -}
 * @param mimeType the media type of a raw cell
 */
public record CellMetadata(
    List<String> tags, Optional<String> slideType, Optional<String> mimeType) {
  /** A cell without metadata. */
  public static final CellMetadata NONE =
      new CellMetadata(List.of(), Optional.empty(), Optional.empty());

  public CellMetadata {
    tags = List.copyOf(tags);
  }

  /** Reads a JSON object of metadata; empty when {@code json} is none. */
  public static Optional<CellMetadata> parse(String json) {
    boolean isWell = JsonCheck.of(json).isEmpty() && JsonPart.root(json).isObject();
    return isWell ? Optional.of(of(JsonPart.root(json))) : Optional.empty();
  }

  static CellMetadata of(JsonPart metadata) {
    List<String> tags = new ArrayList<>();
    for (JsonPart tag : metadata.member("tags").map(JsonPart::items).orElse(List.of())) {
      tag.string().ifPresent(tags::add);
    }
    return new CellMetadata(
        tags,
        metadata
            .member("slideshow")
            .flatMap(slideshow -> slideshow.member("slide_type"))
            .flatMap(JsonPart::string),
        metadata
            .member("raw_mimetype")
            .or(() -> metadata.member("format"))
            .flatMap(JsonPart::string)
            .map(type -> type.toLowerCase(Locale.ROOT)));
  }
}
