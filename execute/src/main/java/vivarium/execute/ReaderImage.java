package vivarium.execute;

import java.util.Optional;
import vivarium.engine.python.PythonImage;

/**
 * The memory image that Python starts from in the browsers of a document's readers.
 *
 * @param made the image; empty when Python starts from nothing there
 * @param problem why it is not the one that was asked for, in a sentence without its full stop
 */
public record ReaderImage(Optional<PythonImage.Made> made, Optional<String> problem) {
  /** Python starts from nothing, as was asked for. */
  public static final ReaderImage NONE = new ReaderImage(Optional.empty(), Optional.empty());

  static ReaderImage of(PythonImage image) {
    return image instanceof PythonImage.Made made
        ? new ReaderImage(Optional.of(made), Optional.empty())
        : NONE.because(((PythonImage.Refused) image).reason());
  }

  ReaderImage because(String reason) {
    return new ReaderImage(made, Optional.of(reason));
  }
}
