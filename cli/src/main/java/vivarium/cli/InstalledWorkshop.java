package vivarium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import vivarium.engine.EngineException;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.python.PythonRelease;
import vivarium.engine.python.SealedPython;
import vivarium.engine.typeset.Typesetter;
import vivarium.engine.typeset.V8Typesetter;
import vivarium.packages.index.Web;
import vivarium.site.Assets;
import vivarium.site.Progress;
import vivarium.site.files.Downloads;

/** Works with the assets on the class path, with V8 and with Pyodide. */
final class InstalledWorkshop implements Workshop {
  /** Each takes about 300 MB; more cores than this are rarely worth so much. */
  private static final int MOST_INTERPRETERS = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path cache;
  private final LockedPackages packages;
  private final Downloads downloads;

  /**
   * @param cache a folder for what can be made again
   * @param packages finds those that documents may import
   */
  InstalledWorkshop(Path cache, LockedPackages packages) {
    this.cache = cache;
    this.packages = packages;
    this.downloads = downloads(cache);
  }

  /** The files on the web that documents list, kept in a folder for what can be made again. */
  static Downloads downloads(Path cache) {
    return new Downloads(new Web(PATIENCE, PAUSE), cache.resolve("files"));
  }

  @Override
  public Bench open(Progress progress, Running running) {
    Assets assets = assets();
    Typesetter typesetter = typesetter();
    return new InstalledBench(
        assets, typesetter, this::python, packages, downloads, cache, progress, running);
  }

  /** Python, which starts when the first cell is to run. */
  private PythonEngine python(PythonRelease release) {
    int parallel = Math.min(MOST_INTERPRETERS, Runtime.getRuntime().availableProcessors());
    try {
      return SealedPython.start(PythonParts.in(cache, release), cache, parallel);
    } catch (IOException e) {
      throw Missing.python(
          new EngineException("Python cannot be unpacked into " + cache + ": " + e + ".", e));
    } catch (EngineException e) {
      throw Missing.python(e);
    }
  }

  private static Assets assets() {
    try {
      return Assets.load(InstalledWorkshop.class.getClassLoader());
    } catch (IllegalStateException e) {
      throw new EnvironmentException(
          "assets-missing",
          "vivarium/assets",
          "The files for the browser are missing from this copy of Vivarium.",
          "Delete the folder cli/target, so that the next call builds it anew.",
          e);
    }
  }

  private Typesetter typesetter() {
    try {
      return V8Typesetter.start(cache);
    } catch (EngineException e) {
      throw new EnvironmentException(
          "v8-not-started",
          cache.toString(),
          String.valueOf(e.getMessage()),
          "Free some space, or name a folder that can be written in XDG_CACHE_HOME.",
          e);
    }
  }
}
