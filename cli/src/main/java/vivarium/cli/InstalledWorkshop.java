package vivarium.cli;

import java.nio.file.Path;
import vivarium.engine.typeset.EngineException;
import vivarium.engine.typeset.Typesetter;
import vivarium.engine.typeset.V8Typesetter;
import vivarium.site.Assets;
import vivarium.site.Build;
import vivarium.site.Progress;
import vivarium.site.SiteBuilder;

/** Builds with the assets on the class path and with V8. */
final class InstalledWorkshop implements Workshop {
  private final Path cache;

  /**
   * @param cache a folder for what can be made again
   */
  InstalledWorkshop(Path cache) {
    this.cache = cache;
  }

  @Override
  public Bench open(Progress progress) {
    Assets assets = assets();
    Typesetter typesetter = typesetter();
    SiteBuilder builder = new SiteBuilder(assets, typesetter, progress);
    return new Bench() {
      @Override
      public Build build(Path source) {
        return builder.build(source);
      }

      @Override
      public void close() {
        typesetter.close();
      }
    };
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
