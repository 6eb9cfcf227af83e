package vivarium.site;

import java.io.IOException;
import java.nio.file.Files;
import vivarium.engine.python.PythonPackage;
import vivarium.site.write.Sha256;

/** The wheel of a package as a file of a site. */
final class WheelFile {
  private static final int HASH_DIGITS = 12;

  private WheelFile() {}

  /** Where a wheel stands, by its content: {@code vivarium/wheels/0123456789ab/name.whl}. */
  static SitePath path(PythonPackage each) {
    String hash = each.sha256().substring(0, HASH_DIGITS);
    return new SitePath("vivarium/wheels/" + hash + "/" + each.fileName());
  }

  /** The wheel; it cannot be read when it is not the one that was locked. */
  static SiteFile file(PythonPackage each) {
    return () -> {
      byte[] bytes = Files.readAllBytes(each.wheel());
      String found = Sha256.of(bytes);
      if (!found.equals(each.sha256())) {
        throw new IOException(
            each.wheel() + " has the SHA-256 " + found + ", not " + each.sha256());
      }
      return bytes;
    };
  }
}
