package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vivarium.execute.Executor;
import vivarium.execute.ReaderStart;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.Build;
import vivarium.site.PatientExecution;
import vivarium.site.Progress;
import vivarium.site.Site;
import vivarium.site.files.Downloads;
import vivarium.site.offline.OfflineSite;
import vivarium.site.pack.Packed;
import vivarium.site.pack.Script;

/** Where sites are built and cells run. */
interface Workshop {
  /** Whether building a site runs its cells, and what readers' Python starts from. */
  enum Running {
    /** Nothing runs, and no memory image is made. */
    NO(ReaderStart.PLAIN),
    /** Nothing runs, and each document becomes a notebook's page; the image is a common one. */
    AS_NOTEBOOK(ReaderStart.COMMON_IMAGE),
    /** The same with a notebook of somebody else. */
    AS_NOTEBOOK_OF_OTHERS(ReaderStart.COMMON_IMAGE),
    /** Nothing runs; the image is a common one. */
    AS_SCRIPT(ReaderStart.COMMON_IMAGE),
    /** Cells run, and no memory image is made. */
    WITHOUT_IMAGES(ReaderStart.PLAIN),
    /** Cells run; the image is one that is there already on this machine, most often. */
    WITH_COMMON_IMAGE(ReaderStart.COMMON_IMAGE),
    /** Cells run, and each document has the image that suits it best. */
    WITH_IMAGES(ReaderStart.OWN_IMAGE),
    /** The same; a page of HTML is built even if there is no Python in it. */
    TO_PACK(ReaderStart.OWN_IMAGE);

    private final ReaderStart start;

    Running(ReaderStart start) {
      this.start = start;
    }

    ReaderStart start() {
      return start;
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
     * Makes one file of a document's page.
     *
     * @param site in which the document alone was built
     * @param source what the user calls the document
     * @param id names it in readers' browsers
     * @param script what the page runs as a whole, if it is one
     * @throws IOException when a file of the site cannot be read any more
     */
    Packed pack(Site site, String source, String id, Optional<Script> script) throws IOException;

    /**
     * Adds to a site what readers need to keep it and read it without a network.
     *
     * @throws IOException when a file of the site cannot be read any more
     */
    OfflineSite offlineApp(Site site) throws IOException;

    /**
     * Makes one file of a page of HTML.
     *
     * @param site in which the page alone was built
     * @param document the page as its author wrote it
     * @param id names it in readers' browsers
     * @throws IOException when a file cannot be read any more
     */
    Packed packHtml(Site site, Path document, String id) throws IOException;

    /**
     * Reads what the folder of a source has locked, for the executors that are asked for from now
     * on; {@link #build} does so itself.
     *
     * @return what is wrong with it, errors all
     */
    List<Diagnostic> readPackages(Path source) throws InterruptedException;

    /** Where the files on the web come from that documents list. */
    Downloads downloads();

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
