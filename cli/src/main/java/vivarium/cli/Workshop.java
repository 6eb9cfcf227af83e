package vivarium.cli;

import java.nio.file.Path;
import vivarium.execute.Executor;
import vivarium.site.Build;
import vivarium.site.PatientExecution;
import vivarium.site.Progress;

/** Where sites are built and cells run. */
interface Workshop {
  /** Whether building a site runs its cells. */
  enum Running {
    YES,
    NO;

    /** What an option {@code --no-run} asks for. */
    static Running unless(boolean noRun) {
      return noRun ? NO : YES;
    }
  }

  /**
   * Gets the tools out.
   *
   * @param progress told of each document that is built
   * @throws EnvironmentException when one of them is missing or does not start
   */
  Bench open(Progress progress, Running running);

  /** Tools at hand; they remember what they built, for the next time. */
  interface Bench extends AutoCloseable {
    /**
     * Builds a document, or a folder of them.
     *
     * @throws EnvironmentException when cells are to run, and Python does not start
     * @throws java.util.concurrent.CancellationException when the thread was interrupted, which it
     *     then still is
     */
    Build build(Path source);

    /**
     * From now on a build waits little for the cells of a document, and goes on without them when
     * they take long.
     */
    void buildBeforeSlowCellsEnd(PatientExecution.Listener listener);

    /**
     * Runs cells, unless what the same cells wrote is still known.
     *
     * @throws EnvironmentException when Python is missing
     */
    Executor executor();

    /**
     * Runs cells, whatever is known.
     *
     * @throws EnvironmentException when Python is missing
     */
    Executor freshExecutor();

    @Override
    void close();
  }
}
