package vivarium.packages.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.index.EnginePackages;
import vivarium.packages.index.IndexException;
import vivarium.packages.index.Offer;
import vivarium.packages.index.Place;
import vivarium.packages.index.SimpleIndex;
import vivarium.packages.index.Source;
import vivarium.packages.index.WheelCache;
import vivarium.packages.requirement.ExtraName;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.resolve.CatalogueException;
import vivarium.packages.resolve.Need;
import vivarium.packages.resolve.Solution;
import vivarium.packages.resolve.Solver;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.Wheel;

/** Chooses the packages of a site. */
public final class Locker {
  private final String engine;
  private final PyodideBuild build;
  private final Path folder;
  private final WheelCache cache;
  private final Shelves shelves;

  /**
   * @param engine the release of Pyodide, as {@code 314.0.7}
   * @param build what the packages have to run on
   * @param folder where the lock file lies
   * @param sources where to look, in this order: a package comes from the first one that has its
   *     name, so that nobody can slip another one of that name in elsewhere
   * @param preferred releases that are taken where they will do, as those locked before
   */
  public Locker(
      String engine,
      PyodideBuild build,
      Path folder,
      List<Source> sources,
      WheelCache cache,
      Map<PackageName, Version> preferred) {
    this.engine = engine;
    this.build = build;
    this.folder = folder.toAbsolutePath().normalize();
    this.cache = cache;
    shelves = new Shelves(build, List.copyOf(sources), cache, Map.copyOf(preferred));
  }

  /**
   * A package that a document needs.
   *
   * @param by who says so, for the user: {@code guide/intro.md}
   */
  public record Wanted(String by, Requirement requirement) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Locked(LockFile lock) implements Outcome {}

    /** The needs exclude each other; each sentence follows from those before it. */
    record Conflict(List<String> reasons) implements Outcome {
      public Conflict {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Chooses packages, and loads their wheels.
   *
   * @throws IndexException when a source cannot be used, or a wheel cannot be had
   */
  public Outcome lock(List<Wanted> wanted) throws IndexException, InterruptedException {
    List<Solver.Wanted> needs = new ArrayList<>();
    for (Wanted each : wanted) {
      if (shelves.holds(each.requirement())) {
        for (Need need : shelves.needs(each.requirement())) {
          needs.add(new Solver.Wanted(each.by(), need));
        }
      }
    }
    Solution solution;
    try {
      solution = Solver.solve(needs, shelves);
    } catch (CatalogueException e) {
      if (e.getCause() instanceof IndexException problem) {
        throw problem;
      }
      throw new IllegalStateException(e);
    }
    return solution instanceof Solution.Chosen chosen
        ? new Outcome.Locked(lock(chosen))
        : new Outcome.Conflict(((Solution.Impossible) solution).reasons());
  }

  private LockFile lock(Solution.Chosen chosen) throws IndexException, InterruptedException {
    Map<PackageName, Version> versions = new TreeMap<>();
    Map<PackageName, List<ExtraName>> extras = new TreeMap<>();
    chosen
        .releases()
        .forEach(
            (key, release) -> {
              int bracket = key.indexOf('[');
              PackageName name = new PackageName(bracket < 0 ? key : key.substring(0, bracket));
              versions.put(name, Version.parse(release));
              List<ExtraName> own = extras.computeIfAbsent(name, it -> new ArrayList<>());
              if (bracket >= 0) {
                own.add(ExtraName.of(key.substring(bracket + 1, key.length() - 1)));
              }
            });
    List<LockedPackage> locked = new ArrayList<>();
    for (Map.Entry<PackageName, Version> each : versions.entrySet()) {
      Offer offer = shelves.offer(each.getKey(), each.getValue());
      Wheel wheel = cache.wheel(offer);
      TreeSet<PackageName> needs =
          new TreeSet<>(shelves.dependencies(offer, extras.getOrDefault(each.getKey(), List.of())));
      needs.retainAll(versions.keySet());
      needs.remove(each.getKey());
      locked.add(
          new LockedPackage(
              each.getKey(),
              each.getValue(),
              offer.wheel(),
              wheel.hash(),
              wheel.bytes().length,
              origin(shelves.source(each.getKey()), offer.place()),
              List.copyOf(needs)));
    }
    return new LockFile(engine, build.python(), locked);
  }

  private LockedPackage.Origin origin(Source source, Place place) {
    if (source instanceof EnginePackages) {
      return new LockedPackage.Origin.Engine();
    }
    if (source instanceof SimpleIndex index && place instanceof Place.Online online) {
      return new LockedPackage.Origin.Index(index.address(), online.address());
    }
    Path file = ((Place.OnDisk) place).file().toAbsolutePath().normalize();
    Path shown =
        file.getRoot() != null && file.getRoot().equals(folder.getRoot())
            ? folder.relativize(file)
            : file;
    return new LockedPackage.Origin.File(shown.toString().replace('\\', '/'));
  }
}
