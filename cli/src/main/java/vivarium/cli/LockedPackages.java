package vivarium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vivarium.engine.python.PythonRelease;
import vivarium.execute.PackageChoice;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.index.PipSettings;
import vivarium.packages.index.Web;
import vivarium.packages.index.WheelCache;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedWheels;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.site.needs.EngineWish;

/** Finds the packages that a folder has locked. */
final class LockedPackages {
  private static final Optional<PythonRelease> NEWEST = Optional.of(PythonRelease.NEWEST);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path cache;
  private final LockedWheels wheels;

  /**
   * @param cache a folder for what can be made again
   * @param indexes those that this machine knows, with the names and passwords for them
   */
  LockedPackages(Path cache, List<Address> indexes) {
    this.cache = cache;
    this.wheels =
        new LockedWheels(
            new WheelCache(new Web(PATIENCE, PAUSE), cache.resolve("wheels")), indexes);
  }

  /** The indexes that pip on this machine knows; what is no address is told of when locking. */
  static List<Address> indexes(Map<String, String> environment, Path home) {
    return PipSettings.of(environment, home).indexes().stream()
        .flatMap(LockedPackages::address)
        .toList();
  }

  private static Stream<Address> address(String text) {
    try {
      return Stream.of(Address.of(text));
    } catch (IndexException e) {
      return Stream.empty();
    }
  }

  /**
   * What a folder has locked.
   *
   * @param release the Pyodide that they are for
   * @param packages none where there are problems
   * @param problems errors all
   */
  record Found(PythonRelease release, PackageChoice packages, List<Diagnostic> problems) {
    Found {
      problems = List.copyOf(problems);
    }

    private static Found failed(List<Diagnostic> problems) {
      return new Found(PythonRelease.NEWEST, PackageChoice.NONE, problems);
    }
  }

  /** The packages for a source: the lock file lies in its folder. */
  Found of(Path source) throws InterruptedException {
    EngineWish wish = EngineWish.of(source);
    LockedWheels.Found found = wheels(source, wish);
    if (!found.diagnostics().isEmpty()) {
      return Found.failed(found.diagnostics());
    }
    PythonRelease release = release(found, wish).orElseThrow();
    try {
      return new Found(release, SitePackages.of(release, found, cache), List.of());
    } catch (IOException e) {
      return Found.failed(
          List.of(
              Diagnostic.error(
                  "wheel-missing",
                  Location.file(LockFile.NAME),
                  "The wheels cannot be kept in " + cache + ": " + e + ".",
                  "Free some space, or name a folder that can be written in XDG_CACHE_HOME.")));
    }
  }

  /**
   * The wheels for a source, locked for an engine that there is and that its documents want.
   *
   * @param wish what they want
   */
  LockedWheels.Found wheels(Path source, EngineWish wish) throws InterruptedException {
    if (!wish.diagnostics().isEmpty()) {
      return new LockedWheels.Found(Optional.empty(), List.of(), wish.diagnostics());
    }
    Path absolute = source.toAbsolutePath().normalize();
    LockedWheels.Found found =
        wheels.in(Files.isDirectory(absolute) ? absolute : absolute.resolveSibling(""));
    if (!found.diagnostics().isEmpty()) {
      return found;
    }
    Optional<PythonRelease> release = release(found, wish);
    List<Diagnostic> problems =
        release.isEmpty()
            ? List.of(unknown(found.lock().map(LockFile::engine).orElse("")))
            : wish.against(release.get(), LockFile.NAME + " is for", "Run: vivarium lock");
    return problems.isEmpty() ? found : new LockedWheels.Found(found.lock(), List.of(), problems);
  }

  /** That of the lock file; without one, that of the documents. */
  private static Optional<PythonRelease> release(LockedWheels.Found found, EngineWish wish) {
    return found.lock().isPresent()
        ? found.lock().map(LockFile::engine).flatMap(PythonRelease::of)
        : wish.release().or(() -> NEWEST);
  }

  private static Diagnostic unknown(String engine) {
    String known =
        PythonRelease.ALL.stream().map(PythonRelease::number).collect(Collectors.joining(" and "));
    return Diagnostic.error(
        "unknown-engine",
        Location.file(LockFile.NAME),
        "The packages are locked for Pyodide \""
            + engine
            + "\", and this Vivarium has "
            + known
            + ".",
        "Lock them anew: vivarium lock");
  }
}
