package vivarium.packages.index;

/** An index or a folder of wheels cannot be used; the message is a sentence for the user. */
public final class IndexException extends Exception {
  private static final long serialVersionUID = 1;

  public IndexException(String message) {
    super(message);
  }
}
