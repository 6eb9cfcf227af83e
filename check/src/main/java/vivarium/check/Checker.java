package vivarium.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import vivarium.check.slides.SlideCheck;
import vivarium.execute.Executor;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.site.Build;
import vivarium.site.Progress;
import vivarium.site.files.Downloads;
import vivarium.site.write.SystemReason;

/** Finds out whether documents hold what they promise, before a class does. */
public final class Checker {
  private final SiteBuild builds;
  private final Executor executor;
  private final Downloads downloads;
  private final SlideCheck slides;
  private final int parallel;
  private final Progress progress;

  /**
   * @param builds what a build says of a document, a check says too
   * @param downloads where files on the web come from
   * @param parallel how many documents are run at the same time
   * @param progress told of each document that has run
   */
  public Checker(
      SiteBuild builds,
      Executor executor,
      Downloads downloads,
      SlideCheck slides,
      int parallel,
      Progress progress) {
    this.builds = builds;
    this.executor = executor;
    this.downloads = downloads;
    this.slides = slides;
    this.parallel = parallel;
    this.progress = progress;
  }

  /**
   * Checks a document or a folder of them. Never throws for what a user wrote.
   *
   * @param shown what a user calls a file, by its path in the folder that is checked; the result
   *     names files so. A path that leads to no file there has to stay as it is.
   * @throws vivarium.engine.EngineException when Python cannot be started on this machine
   * @throws vivarium.check.browser.BrowserException when there is no browser to look at slides with
   * @throws InterruptedException when the thread was interrupted; nothing runs any more then
   */
  public Checked check(Path source, CheckOptions options, UnaryOperator<String> shown)
      throws InterruptedException {
    Sources sources;
    try {
      sources = Sources.at(source);
    } catch (IOException e) {
      return new Checked(List.of(), List.of(Finding.of(unreadable(source, e))));
    }
    List<DocumentCheck.Result> results =
        run(sources, new DocumentCheck(executor, downloads, options, shown));
    boolean site = sources.makeSite() || sources.paths().isEmpty();
    Optional<Build> build = site ? Optional.of(builds.build(source)) : Optional.empty();
    List<Diagnostic> overflows =
        options.slides() && build.flatMap(Build::site).isPresent()
            ? slides.check(build.get(), built(results), sources.alone())
            : List.of();
    return Findings.collect(results, build, overflows).named(shown);
  }

  private List<DocumentCheck.Result> run(Sources sources, DocumentCheck check)
      throws InterruptedException {
    List<String> paths = sources.paths();
    AtomicInteger done = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parallel));
    try {
      List<Future<DocumentCheck.Result>> futures = new ArrayList<>();
      for (String path : paths) {
        futures.add(
            threads.submit(
                () -> {
                  DocumentCheck.Result result = check.check(sources, path);
                  progress.running(done.incrementAndGet(), paths.size(), path);
                  return result;
                }));
      }
      List<DocumentCheck.Result> results = new ArrayList<>();
      for (Future<DocumentCheck.Result> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static DocumentCheck.Result result(Future<DocumentCheck.Result> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IllegalStateException("a document could not be checked", e.getCause());
    }
  }

  private static List<Document> built(List<DocumentCheck.Result> results) {
    return results.stream()
        .filter(result -> Sources.isBuilt(result.path()))
        .flatMap(result -> result.document().stream())
        .toList();
  }

  private static Diagnostic unreadable(Path source, IOException reason) {
    return Diagnostic.error(
        "cannot-read",
        Location.file(source.toString()),
        "This cannot be read: " + SystemReason.of(reason) + ".",
        "Give yourself the right to read it.");
  }
}
