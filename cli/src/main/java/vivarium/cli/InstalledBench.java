package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import vivarium.cli.Workshop.Running;
import vivarium.engine.EngineException;
import vivarium.engine.python.CellFiles;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.python.PythonRelease;
import vivarium.engine.typeset.Typesetter;
import vivarium.execute.Executed;
import vivarium.execute.Executor;
import vivarium.execute.PackageChoice;
import vivarium.execute.ReaderImage;
import vivarium.execute.ReaderStart;
import vivarium.execute.Scope;
import vivarium.execute.cache.OutputCache;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Document;
import vivarium.site.Assets;
import vivarium.site.Build;
import vivarium.site.Execution;
import vivarium.site.PatientExecution;
import vivarium.site.Progress;
import vivarium.site.Reading;
import vivarium.site.Site;
import vivarium.site.SiteBuilder;
import vivarium.site.files.Downloads;
import vivarium.site.offline.OfflineApp;
import vivarium.site.offline.OfflineSite;
import vivarium.site.pack.HtmlPacker;
import vivarium.site.pack.Packed;
import vivarium.site.pack.Packer;
import vivarium.site.pack.Script;

/** The tools of an {@link InstalledWorkshop}. */
final class InstalledBench implements Workshop.Bench {
  /** What outputs of earlier runs may take of the disk: a few hundred courses with pictures. */
  private static final long CACHE_BYTES = 512L << 20;

  /** A build that takes longer is felt as a stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SiteBuilder builder;
  private final Assets assets;
  private final boolean takesAny;
  private final Typesetter typesetter;
  private final Function<PythonRelease, PythonEngine> python;
  private final OutputCache outputs;
  private final LockedPackages locked;
  private final Downloads downloads;
  private volatile PythonRelease release = PythonRelease.NEWEST;
  private volatile PackageChoice packages = PackageChoice.NONE;
  private volatile Execution execution;
  private Optional<PatientExecution> patient = Optional.empty();
  private final Map<PythonRelease, PythonEngine> started = new HashMap<>();

  /**
   * @param python makes an engine, when one is asked for; the bench closes it
   * @param locked finds the packages of a folder
   * @param downloads where files on the web come from
   * @param cache a folder for what can be made again
   */
  InstalledBench(
      Assets assets,
      Typesetter typesetter,
      Function<PythonRelease, PythonEngine> python,
      LockedPackages locked,
      Downloads downloads,
      Path cache,
      Progress progress,
      Running running) {
    Reading reading =
        switch (running) {
          case AS_NOTEBOOK -> Reading.AS_NOTEBOOKS;
          case AS_NOTEBOOK_OF_OTHERS -> Reading.AS_NOTEBOOKS_OF_OTHERS;
          default -> Reading.AS_WRITTEN;
        };
    boolean runsNothing = reading != Reading.AS_WRITTEN || running == Running.AS_SCRIPT;
    this.execution =
        running == Running.NO
            ? this::withoutRunning
            : (document, files) ->
                executor()
                    .execute(
                        document,
                        files,
                        runsNothing ? Scope.NOTHING : Scope.BUILD,
                        running.start());
    this.downloads = downloads;
    this.builder = new SiteBuilder(assets, typesetter, this::execute, downloads, reading, progress);
    this.takesAny = running == Running.TO_PACK;
    this.assets = assets;
    this.typesetter = typesetter;
    this.python = python;
    this.locked = locked;
    this.outputs = OutputCache.in(cache.resolve("outputs"), CACHE_BYTES);
  }

  @Override
  public Build build(Path source) {
    try {
      List<Diagnostic> problems = readPackages(source);
      if (!problems.isEmpty()) {
        return new Build(Optional.empty(), problems);
      }
      return takesAny ? builder.buildAny(source) : builder.build(source);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the build was interrupted");
    } catch (EngineException e) {
      throw Missing.python(e);
    }
  }

  @Override
  public Packed pack(Site site, String source, String id, Optional<Script> script)
      throws IOException {
    return new Packer(assets).pack(site, source, id, script.map(this::asked));
  }

  /** What a script asks for is found by reading it; it does not run. */
  private Script asked(Script script) {
    try {
      return script.answered(
          executor()
              .execute(script.question(), CellFiles.NONE, Scope.BUILD, ReaderStart.PLAIN)
              .document());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the packing was interrupted");
    }
  }

  @Override
  public Packed packHtml(Site site, Path document, String id) throws IOException {
    return new HtmlPacker(assets).pack(site, document, id);
  }

  @Override
  public OfflineSite offlineApp(Site site) throws IOException {
    return new OfflineApp(assets).in(site);
  }

  @Override
  public List<Diagnostic> readPackages(Path source) throws InterruptedException {
    LockedPackages.Found found = locked.of(source);
    release = found.release();
    packages = found.packages();
    return found.problems();
  }

  @Override
  public Downloads downloads() {
    return downloads;
  }

  private Executed withoutRunning(Document document, CellFiles files) {
    return new Executed(document, List.of(), false, ReaderImage.NONE, packages.of(document));
  }

  private Executed execute(Document document, CellFiles files) throws InterruptedException {
    return execution.execute(document, files);
  }

  @Override
  public void buildBeforeSlowCellsEnd(PatientExecution.Listener listener) {
    PatientExecution patiently = new PatientExecution(execution, PATIENCE, listener);
    patient = Optional.of(patiently);
    execution = patiently;
  }

  @Override
  public Executor executor() {
    return new Executor(engine(), outputs, packages);
  }

  @Override
  public Executor freshExecutor() {
    return new Executor(engine(), OutputCache.none(), packages);
  }

  private synchronized PythonEngine engine() {
    return started.computeIfAbsent(release, python);
  }

  @Override
  public synchronized void close() {
    patient.ifPresent(PatientExecution::close);
    started.values().forEach(PythonEngine::close);
    typesetter.close();
  }
}
