package vivarium.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.engine.python.CellFiles;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.python.PythonPackages;
import vivarium.execute.cache.OutputCache;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.output.Outputs;

/** Runs the cells of documents. Safe to use from many threads. */
public final class Executor {
  private final PythonEngine engine;
  private final OutputCache cache;
  private final PackageChoice choice;

  /** An executor of cells that have no packages. */
  public Executor(PythonEngine engine, OutputCache cache) {
    this(engine, cache, PackageChoice.NONE);
  }

  /**
   * The engine stays the caller's, who closes it.
   *
   * @param choice the packages of each document
   */
  public Executor(PythonEngine engine, OutputCache cache, PackageChoice choice) {
    this.engine = engine;
    this.cache = cache;
    this.choice = choice;
  }

  /**
   * Runs the cells of a document in a fresh interpreter, or takes what the cache has of an earlier
   * run of the same cells. Waits while the engine is busy. A document of which no cell runs does
   * not touch the engine.
   *
   * <p>Python's clock starts at noon, UTC, of the date in the front matter when that is written as
   * in {@code 2026-03-31} and not before 1970; else at 2026-01-01T12:00:00Z.
   *
   * @throws vivarium.engine.EngineException when Python cannot be started on this machine
   * @throws InterruptedException when the thread was interrupted
   */
  public Executed execute(Document document, Scope scope) throws InterruptedException {
    return execute(document, CellFiles.NONE, scope, ReaderStart.PLAIN);
  }

  /**
   * As {@link #execute(Document, Scope)}, and makes the memory image that readers' Python starts
   * from.
   *
   * @param start which image; a document of which readers can run no cell gets none
   */
  public Executed execute(Document document, Scope scope, ReaderStart start)
      throws InterruptedException {
    return execute(document, CellFiles.NONE, scope, start);
  }

  /**
   * As {@link #execute(Document, Scope, ReaderStart)}, for cells that find files.
   *
   * @param files what {@code files} of the front matter leads to
   */
  public Executed execute(Document document, CellFiles files, Scope scope, ReaderStart start)
      throws InterruptedException {
    List<Cell> cells = ExecutionPlan.cells(document, scope);
    PythonPackages packages = choice.of(document);
    ImageChoice images = new ImageChoice(engine, cache, packages);
    ReaderStart wanted = ExecutionPlan.isLive(document) ? start : ReaderStart.PLAIN;
    if (cells.isEmpty()) {
      ReaderImage image =
          switch (wanted) {
            case PLAIN -> ReaderImage.NONE;
            case COMMON_IMAGE -> images.common();
            case OWN_IMAGE -> images.importing(choice.imports(document));
          };
      return new Executed(document, List.of(), false, image, packages);
    }
    Job job = Jobs.of(document, cells, packages, files);
    String build = engine.build();
    Optional<JobResult> kept = cache.find(build, job);
    JobResult result;
    if (kept.isPresent()) {
      result = kept.get();
    } else {
      result = engine.run(job);
      cache.keep(build, job, result);
    }
    ReaderImage image =
        switch (wanted) {
          case PLAIN -> ReaderImage.NONE;
          case COMMON_IMAGE -> images.common();
          case OWN_IMAGE -> images.own(cells, job, result);
        };
    List<CellReport> reports = Reports.of(cells, result);
    return new Executed(withOutputs(document, reports), reports, kept.isPresent(), image, packages);
  }

  private static Document withOutputs(Document document, List<CellReport> reports) {
    Map<String, Outputs> fresh = new HashMap<>();
    for (CellReport report : reports) {
      if (report.status().isComplete()) {
        fresh.put(report.cell().id(), report.outputs());
      }
    }
    return document.withCells(cell -> cell.with(fresh.getOrDefault(cell.id(), cell.outputs())));
  }
}
