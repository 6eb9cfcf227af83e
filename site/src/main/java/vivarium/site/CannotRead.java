package vivarium.site;

import java.io.IOException;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.write.SystemReason;

/** Says that something in the source cannot be read. */
final class CannotRead {
  private CannotRead() {}

  /** An error for a file or a folder; the reason is empty when the system gives none. */
  static Diagnostic file(String path, Optional<IOException> reason) {
    String why = reason.map(SystemReason::of).orElse("permission to read it is missing");
    return Diagnostic.error(
        "cannot-read",
        Location.file(path),
        "This cannot be read: " + why + ".",
        "Give yourself the right to read it, or move it out of the folder.");
  }
}
