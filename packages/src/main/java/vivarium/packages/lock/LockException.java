package vivarium.packages.lock;

/** A lock file that cannot be read; the message is a sentence, without the name of the file. */
public final class LockException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  LockException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Where in the file, 1-based. */
  public int line() {
    return line;
  }
}
