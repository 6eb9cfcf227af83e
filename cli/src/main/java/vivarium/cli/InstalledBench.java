package vivarium.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import vivarium.cli.Workshop.Running;
import vivarium.engine.EngineException;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.typeset.Typesetter;
import vivarium.execute.Executed;
import vivarium.execute.Executor;
import vivarium.execute.Scope;
import vivarium.execute.cache.OutputCache;
import vivarium.model.document.Document;
import vivarium.site.Assets;
import vivarium.site.Build;
import vivarium.site.Execution;
import vivarium.site.PatientExecution;
import vivarium.site.Progress;
import vivarium.site.SiteBuilder;

/** The tools of an {@link InstalledWorkshop}. */
final class InstalledBench implements Workshop.Bench {
  /** What outputs of earlier runs may take of the disk: a few hundred courses with pictures. */
  private static final long CACHE_BYTES = 512L << 20;

  /** A build that takes longer is felt as a stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SiteBuilder builder;
  private final Typesetter typesetter;
  private final Supplier<PythonEngine> python;
  private final OutputCache outputs;
  private volatile Execution execution;
  private Optional<PatientExecution> patient = Optional.empty();
  private Optional<PythonEngine> started = Optional.empty();

  /**
   * @param python makes an engine, when one is asked for; the bench closes it
   * @param cache a folder for what can be made again
   */
  InstalledBench(
      Assets assets,
      Typesetter typesetter,
      Supplier<PythonEngine> python,
      Path cache,
      Progress progress,
      Running running) {
    this.execution =
        running == Running.NO
            ? Execution.NONE
            : document -> executor().execute(document, Scope.BUILD, running.start());
    this.builder = new SiteBuilder(assets, typesetter, this::execute, progress);
    this.typesetter = typesetter;
    this.python = python;
    this.outputs = OutputCache.in(cache.resolve("outputs"), CACHE_BYTES);
  }

  @Override
  public Build build(Path source) {
    try {
      return builder.build(source);
    } catch (EngineException e) {
      throw Missing.python(e);
    }
  }

  private Executed execute(Document document) throws InterruptedException {
    return execution.execute(document);
  }

  @Override
  public void buildBeforeSlowCellsEnd(PatientExecution.Listener listener) {
    PatientExecution patiently = new PatientExecution(execution, PATIENCE, listener);
    patient = Optional.of(patiently);
    execution = patiently;
  }

  @Override
  public Executor executor() {
    return new Executor(engine(), outputs);
  }

  @Override
  public Executor freshExecutor() {
    return new Executor(engine(), OutputCache.none());
  }

  private synchronized PythonEngine engine() {
    if (started.isEmpty()) {
      started = Optional.of(python.get());
    }
    return started.get();
  }

  @Override
  public synchronized void close() {
    patient.ifPresent(PatientExecution::close);
    started.ifPresent(PythonEngine::close);
    typesetter.close();
  }
}
