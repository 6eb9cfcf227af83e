package vivarium.site.files;

import java.net.URI;
import java.util.Optional;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;

/**
 * A file on the web, as a document lists it.
 *
 * @param hash what follows {@code #sha256=}
 * @param name the last part of the path; cells find the file under it
 */
record WebFile(Address address, Optional<Sha256> hash, String name) {
  private static final String HASH = "sha256=";

  /** Whether {@code listed} is meant as an address. */
  static boolean isOne(String listed) {
    return listed.startsWith("https://") || listed.startsWith("http://");
  }

  /**
   * Reads what a document lists.
   *
   * @throws IndexException when it cannot be meant
   */
  static WebFile of(String listed) throws IndexException {
    int fragment = listed.indexOf('#');
    String after = fragment < 0 ? "" : listed.substring(fragment + 1);
    String digits = after.startsWith(HASH) ? after.substring(HASH.length()) : "";
    if (!after.isEmpty() && !Sha256.isSha256(digits)) {
      throw new IndexException(
          "What follows # in \"" + listed + "\" is not sha256= and 64 hexadecimal digits.");
    }
    Address address = Address.of(fragment < 0 ? listed : listed.substring(0, fragment));
    Optional<Sha256> hash = digits.isEmpty() ? Optional.empty() : Optional.of(Sha256.of(digits));
    return new WebFile(address, hash, name(address.uri()));
  }

  private static String name(URI uri) throws IndexException {
    String path = uri.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty() || name.matches("\\.{1,2}") || name.matches("(?s).*[\\\\\\p{Cntrl}].*")) {
      throw new IndexException("The address " + uri + " does not end with the name of a file.");
    }
    return name;
  }
}
