package vivarium.check;

import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Severity;

/** Takes links that lead nowhere for errors. A build shows the rest of the page all the same. */
final class DeadLinks {
  private static final Set<String> CODES =
      Set.of("missing-link", "missing-anchor", "missing-image", "missing-file", "outside-source");

  private DeadLinks() {}

  /** The diagnostic, as an error when it is about a link, an image or a file that a line names. */
  static Diagnostic asError(Diagnostic diagnostic) {
    return CODES.contains(diagnostic.code()) && diagnostic.where().line() > 0
        ? new Diagnostic(
            Severity.ERROR,
            diagnostic.code(),
            diagnostic.where(),
            diagnostic.message(),
            diagnostic.remedy())
        : diagnostic;
  }
}
