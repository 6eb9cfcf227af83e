package vivarium.site.write;

import java.io.IOException;

/** What is to stand in a file, read when it is its turn. */
@FunctionalInterface
public interface Content {
  /**
   * The bytes.
   *
   * @throws IOException when they cannot be had any more
   */
  byte[] bytes() throws IOException;
}
