package vivarium.server;

import java.io.IOException;
import java.util.Optional;

/** A file of this machine that a page shows and saves. */
public interface EditedFile {
  /** Names the file among all of this machine: letters and digits that say nothing else of it. */
  String id();

  /**
   * What is in it now.
   *
   * @throws IOException when it cannot be read
   */
  byte[] read() throws IOException;

  /**
   * Replaces what is in it, as a whole, if nobody has changed it meanwhile.
   *
   * @param before what was in it when it was read
   * @return whether it still was
   * @throws IOException when it cannot be written; then it is as it was
   */
  boolean exchange(byte[] before, byte[] after) throws IOException;

  /** Why such content is none for this file, as a sentence; empty when it is. */
  Optional<String> fault(byte[] content);
}
