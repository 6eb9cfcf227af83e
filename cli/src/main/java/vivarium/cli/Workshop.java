package vivarium.cli;

import java.nio.file.Path;
import vivarium.site.Build;
import vivarium.site.Progress;

/** Where sites are built. */
interface Workshop {
  /**
   * Gets the tools out.
   *
   * @throws EnvironmentException when one of them is missing or does not start
   */
  Bench open(Progress progress);

  /** Tools at hand; they remember what they built, for the next time. */
  interface Bench extends AutoCloseable {
    /** Builds a document, or a folder of them. */
    Build build(Path source);

    @Override
    void close();
  }
}
