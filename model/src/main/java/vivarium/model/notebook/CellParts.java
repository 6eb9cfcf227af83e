package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the cells of a notebook stand: nbformat 3 keeps them in worksheets. */
final class CellParts {
  private CellParts() {}

  /** The cells of a notebook of this major version; empty when they are not where they belong. */
  static Optional<List<JsonPart>> of(JsonPart root, int major) {
    if (major >= 4) {
      return root.member("cells").filter(JsonPart::isArray).map(JsonPart::items);
    }
    Optional<JsonPart> sheets = root.member("worksheets").filter(JsonPart::isArray);
    if (sheets.isEmpty()) {
      return Optional.empty();
    }
    List<JsonPart> cells = new ArrayList<>();
    for (JsonPart sheet : sheets.get().items()) {
      sheet.member("cells").map(JsonPart::items).ifPresent(cells::addAll);
    }
    return Optional.of(cells);
  }
}
