package vivarium.check;

import java.nio.file.Path;
import vivarium.site.Build;

/** Builds a site in memory. */
@FunctionalInterface
public interface SiteBuild {
  /** Builds a document, or a folder of them; what is wrong with them is in the result. */
  Build build(Path source);
}
