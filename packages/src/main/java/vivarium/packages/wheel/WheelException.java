package vivarium.packages.wheel;

/** A wheel that is not what it should be, or not safe to unpack; the message says why. */
public final class WheelException extends Exception {
  private static final long serialVersionUID = 1L;

  WheelException(String fileName, String problem) {
    super(fileName + ": " + problem);
  }
}
