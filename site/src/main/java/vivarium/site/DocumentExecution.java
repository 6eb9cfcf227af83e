package vivarium.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vivarium.execute.Executed;

/** Gives documents the outputs of their cells, several at the same time, and remembers them. */
final class DocumentExecution {
  /** More documents than can run at once: while some run, others are taken from the cache. */
  private static final int THREADS = 16;

  /** What became of a source. */
  private record Known(Executed executed, SourceDocument document) {}

  private final Execution execution;
  private final Progress progress;
  private Map<SourceDocument, Known> known = new HashMap<>();

  DocumentExecution(Execution execution, Progress progress) {
    this.execution = execution;
    this.progress = progress;
  }

  /**
   * The documents with outputs; one to which the same came as in the previous call is the same as
   * then, and all that are not among these are forgotten.
   *
   * @throws CancellationException when the thread was interrupted, which it then still is
   */
  List<SourceDocument> execute(List<SourceDocument> documents) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<Executed>> futures = new ArrayList<>();
      for (SourceDocument document : documents) {
        futures.add(
            threads.submit(
                () -> {
                  Executed executed = execution.execute(document.document(), document.cellFiles());
                  progress.running(done.incrementAndGet(), documents.size(), document.path());
                  return executed;
                }));
      }
      return gather(documents, futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<SourceDocument> gather(
      List<SourceDocument> documents, List<Future<Executed>> futures) {
    Map<SourceDocument, Known> now = new HashMap<>();
    List<SourceDocument> all = new ArrayList<>();
    for (int i = 0; i < futures.size(); i++) {
      SourceDocument source = documents.get(i);
      Executed executed = result(futures.get(i));
      Known before = known.get(source);
      Known after =
          before != null && before.executed().equals(executed)
              ? before
              : new Known(executed, source.with(executed));
      now.put(source, after);
      all.add(after.document());
    }
    known = now;
    return all;
  }

  private static Executed result(Future<Executed> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the build was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
