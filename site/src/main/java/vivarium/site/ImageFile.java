package vivarium.site;

import java.nio.file.Files;
import vivarium.engine.python.PythonImage;

/** A memory image as a file of a site. */
final class ImageFile {
  private static final int HASH_DIGITS = 12;

  private ImageFile() {}

  /** Where an image stands, named by its content: {@code vivarium/python-0123456789ab.image.br}. */
  static SitePath path(PythonImage.Made image) {
    return new SitePath("vivarium/python-" + image.hash().substring(0, HASH_DIGITS) + ".image.br");
  }

  static SiteFile file(PythonImage.Made image) {
    return () -> Files.readAllBytes(image.compressed());
  }
}
