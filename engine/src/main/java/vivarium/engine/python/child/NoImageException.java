package vivarium.engine.python.child;

import java.io.Serial;

/** No memory image could be made of an interpreter. */
final class NoImageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  NoImageException(String reason) {
    super(reason);
  }

  /** Why, in a sentence. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
