package vivarium.packages.offer;

/** An index or a folder of wheels cannot be used; the message is a sentence for the user. */
public final class IndexException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean ofFile;

  public IndexException(String message) {
    this(message, false);
  }

  private IndexException(String message, boolean ofFile) {
    super(message);
    this.ofFile = ofFile;
  }

  /** A file arrived as it is, and is no good. */
  public static IndexException badFile(String message) {
    return new IndexException(message, true);
  }

  /**
   * Whether it is about one file, which arrived as it is and is no good; others may do. Otherwise
   * nobody knows, and what is there may be found at another time.
   */
  public boolean isOfFile() {
    return ofFile;
  }
}
