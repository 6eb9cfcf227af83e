package vivarium.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vivarium.engine.python.CellFiles;
import vivarium.execute.Executed;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Document;
import vivarium.site.html.PageSyntax;
import vivarium.site.html.PythonPage;

/** Gives documents the outputs of their cells, several at the same time, and remembers them. */
final class DocumentExecution {
  /** More documents than can run at once: while some run, others are taken from the cache. */
  private static final int THREADS = 16;

  /** What became of a source. */
  private record Known(Outcome outcome, SourceDocument document) {}

  /**
   * What running a document has shown.
   *
   * @param mistakes in the syntax of a page of HTML, whose own code does not run
   */
  private record Outcome(Executed executed, List<Diagnostic> mistakes) {}

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
      List<Future<Outcome>> futures = new ArrayList<>();
      for (SourceDocument document : documents) {
        futures.add(
            threads.submit(
                () -> {
                  Outcome outcome = run(document);
                  progress.running(done.incrementAndGet(), documents.size(), document.path());
                  return outcome;
                }));
      }
      return gather(documents, futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private Outcome run(SourceDocument document) throws InterruptedException {
    Executed executed = execution.execute(document.document(), document.cellFiles());
    Optional<PageSyntax> syntax = document.html().map(PythonPage::syntax);
    Optional<Document> check = syntax.flatMap(PageSyntax::document);
    return new Outcome(
        executed,
        check.isPresent()
            ? syntax.get().mistakes(execution.execute(check.get(), CellFiles.NONE).document())
            : List.of());
  }

  private List<SourceDocument> gather(
      List<SourceDocument> documents, List<Future<Outcome>> futures) {
    Map<SourceDocument, Known> now = new HashMap<>();
    List<SourceDocument> all = new ArrayList<>();
    for (int i = 0; i < futures.size(); i++) {
      SourceDocument source = documents.get(i);
      Outcome outcome = result(futures.get(i));
      Known before = known.get(source);
      Known after =
          before != null && before.outcome().equals(outcome)
              ? before
              : new Known(outcome, source.with(outcome.executed()).with(outcome.mistakes()));
      now.put(source, after);
      all.add(after.document());
    }
    known = now;
    return all;
  }

  private static Outcome result(Future<Outcome> future) {
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
