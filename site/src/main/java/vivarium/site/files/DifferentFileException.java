package vivarium.site.files;

import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;

/** At an address is another file than the one that a document lists. */
final class DifferentFileException extends Exception {
  private static final long serialVersionUID = 1;

  DifferentFileException(Address address, Sha256 expected, Sha256 found) {
    super(
        address
            + " is another file than the one that is listed: its SHA-256 is "
            + found
            + ", and should be "
            + expected
            + ".");
  }
}
