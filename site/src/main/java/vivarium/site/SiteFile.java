package vivarium.site;

import java.io.IOException;

/** A file of a site. Its content is read when it is asked for. */
@FunctionalInterface
public interface SiteFile {
  /**
   * The content.
   *
   * @throws IOException when the file it comes from cannot be read any more
   */
  byte[] bytes() throws IOException;
}
