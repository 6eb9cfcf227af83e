package vivarium.engine.typeset;

/** TeX that cannot be set; the message is a sentence for its author. */
public final class MathException extends Exception {
  private static final long serialVersionUID = 1L;

  public MathException(String message) {
    super(message);
  }
}
