package vivarium.packages.offer;

import java.nio.file.Path;

/** Where a wheel is. */
public sealed interface Place {
  /** On a server. */
  record Online(Address address) implements Place {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** In a folder. */
  record OnDisk(Path file) implements Place {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** In the cache, and nowhere else that is known. */
  record Kept() implements Place {}

  /**
   * It is known, but nobody has said where it is.
   *
   * @param reason a sentence, and what to do
   */
  record NotHere(String reason) implements Place {}
}
