package vivarium.cli;

import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/** The machine does not let us do what was asked for. */
final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /**
   * @param code a stable kebab-case name
   * @param place the file, folder or address that it is about
   * @param message what is wrong, a sentence
   * @param remedy what to do, a sentence
   */
  EnvironmentException(String code, String place, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.diagnostic = Diagnostic.error(code, Location.file(place), message, remedy);
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
