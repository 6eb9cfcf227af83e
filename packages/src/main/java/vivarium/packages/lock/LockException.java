package vivarium.packages.lock;

import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/** A lock file that cannot be read; the message is a sentence, without the name of the file. */
public final class LockException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  LockException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The error for a user. */
  public Diagnostic diagnostic() {
    return Diagnostic.error(
        "bad-lock-file",
        new Location(LockFile.NAME, line, 0),
        "This is no lock file: " + getMessage() + ".",
        "Bring an earlier version back, or delete it and write it anew: vivarium lock");
  }

  /** Where in the file, 1-based. */
  public int line() {
    return line;
  }
}
