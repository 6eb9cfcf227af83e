package vivarium.site;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vivarium.engine.python.CellFiles;
import vivarium.execute.Executed;
import vivarium.model.document.Document;

/**
 * Runs cells in the background. A document whose cells take long has the outputs that its source
 * records, until they have ended; a run of an earlier version of a document is stopped.
 */
public final class PatientExecution implements Execution, AutoCloseable {
  /** Told of documents whose cells take long. Called from any thread. */
  public interface Listener {
    /** The cells of the document at {@code path} still run; a build goes on without them. */
    void late(String path);

    /** Cells that were late have ended: a build now has their outputs. */
    void ready();
  }

  private final Execution execution;
  private final Duration patience;
  private final Listener listener;
  private final Map<String, Run> runs = new HashMap<>();

  /**
   * @param execution runs the cells
   * @param patience how long a build waits for the cells of a document
   */
  public PatientExecution(Execution execution, Duration patience, Listener listener) {
    this.execution = execution;
    this.patience = patience;
    this.listener = listener;
  }

  @Override
  public Executed execute(Document document, CellFiles files) throws InterruptedException {
    Run run = run(document, files);
    try {
      return run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (run.isLate()) {
        listener.late(document.path());
      }
      return new Executed(document, List.of(), false);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized Run run(Document document, CellFiles files) {
    Run known = runs.get(document.path());
    if (known != null && known.document.equals(document) && known.files.equals(files)) {
      return known;
    }
    if (known != null) {
      known.cancel(true);
    }
    Run run = new Run(document, files);
    runs.put(document.path(), run);
    Thread thread = new Thread(run, "vivarium-cells");
    thread.setDaemon(true);
    thread.start();
    return run;
  }

  /** Stops all cells. */
  @Override
  public synchronized void close() {
    runs.values().forEach(run -> run.cancel(true));
    runs.clear();
  }

  /** One run of a document's cells. */
  private final class Run extends FutureTask<Executed> {
    private final Document document;
    private final CellFiles files;
    private boolean late;

    Run(Document document, CellFiles files) {
      super(() -> execution.execute(document, files));
      this.document = document;
      this.files = files;
    }

    /** Whether the run still goes on and nobody knew that it takes long. */
    synchronized boolean isLate() {
      boolean isNews = !late && !isDone();
      late = true;
      return isNews;
    }

    @Override
    protected void done() {
      boolean wasLate;
      synchronized (this) {
        wasLate = late;
        late = true;
      }
      if (wasLate && !isCancelled()) {
        listener.ready();
      }
    }
  }
}
