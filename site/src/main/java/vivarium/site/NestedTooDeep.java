package vivarium.site;

import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/**
 * Says that a document nests so deeply that it exhausts the stack. No limit is drawn before: no
 * document that a person wrote comes near.
 */
final class NestedTooDeep {
  private NestedTooDeep() {}

  static Diagnostic in(String path) {
    return Diagnostic.error(
        "nested-too-deep",
        Location.file(path),
        "This document nests emphasis, lists or groups too deeply to be built.",
        "Take out some of the nesting.");
  }
}
