package vivarium.packages.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vivarium.packages.choice.Shelves;
import vivarium.packages.choice.Wanted;
import vivarium.packages.index.WheelCache;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.requirement.ExtraName;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.resolve.Solution;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.Wheel;

/** Chooses the packages of a site. */
public final class Locker {
  private final Supply supply;
  private final Path folder;
  private final WheelCache cache;
  private final Shelves shelves;

  /**
   * Chooses from what there is.
   *
   * @param folder where the lock file lies
   * @param preferred releases that are taken where they will do, as those locked before
   */
  public Locker(Supply supply, Path folder, WheelCache cache, Map<PackageName, Version> preferred) {
    this.supply = supply;
    this.folder = folder.toAbsolutePath().normalize();
    this.cache = cache;
    shelves =
        new Shelves(
            supply.engine().build(),
            supply.inOrder(),
            Optional.of(supply.engine().others()),
            cache::metadata,
            preferred);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * A choice was made.
     *
     * @param modules what programs import of each package
     */
    record Locked(LockFile lock, Map<PackageName, List<String>> modules) implements Outcome {
      public Locked {
        modules = Map.copyOf(modules);
      }
    }

    /**
     * A choice was made, and some wheels cannot be had.
     *
     * @param reasons a sentence for each of these
     * @param modules what programs import of the other packages
     */
    record Unavailable(Map<PackageName, String> reasons, Map<PackageName, List<String>> modules)
        implements Outcome {
      public Unavailable {
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        modules = Map.copyOf(modules);
      }
    }

    /** The needs exclude each other; each sentence follows from those before it. */
    record Conflict(List<String> reasons) implements Outcome {
      public Conflict {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * The packages of {@code wanted} that no source has.
   *
   * @return for each the end of a sentence that begins with its name: {@code , which is not in …}
   * @throws IndexException when a source cannot be used
   */
  public Map<PackageName, String> absent(List<Wanted> wanted)
      throws IndexException, InterruptedException {
    Map<PackageName, String> absent = new TreeMap<>();
    for (Wanted each : wanted) {
      PackageName name = each.requirement().name();
      if (shelves.holds(each.requirement()) && !shelves.has(name)) {
        absent.put(name, ", " + shelves.absence(name.normalized()));
      }
    }
    return absent;
  }

  /**
   * Chooses packages, and loads their wheels.
   *
   * @throws IndexException when a source cannot be used
   */
  public Outcome lock(List<Wanted> wanted) throws IndexException, InterruptedException {
    Solution solution = shelves.choose(wanted);
    return solution instanceof Solution.Chosen chosen
        ? lock(chosen)
        : new Outcome.Conflict(((Solution.Impossible) solution).reasons());
  }

  private Outcome lock(Solution.Chosen chosen) throws IndexException, InterruptedException {
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
    Map<PackageName, List<String>> modules = new HashMap<>();
    Map<PackageName, String> missing = new HashMap<>();
    for (Map.Entry<PackageName, Version> each : versions.entrySet()) {
      Offer offer = shelves.offer(each.getKey(), each.getValue());
      Wheel wheel;
      try {
        wheel = cache.wheel(offer);
      } catch (IndexException e) {
        missing.put(each.getKey(), String.valueOf(e.getMessage()));
        continue;
      }
      LockedPackage.Origin origin = origin(offer, wheel);
      if (!(origin instanceof LockedPackage.Origin.File file) || file.path().startsWith("..")) {
        cache.keep(wheel);
      }
      modules.put(each.getKey(), wheel.importNames());
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
              origin,
              List.copyOf(needs)));
    }
    LockFile lock =
        new LockFile(supply.engine().release(), supply.engine().build().python(), locked);
    return missing.isEmpty()
        ? new Outcome.Locked(lock, modules)
        : new Outcome.Unavailable(missing, modules);
  }

  /** A wheel of the engine may have lain in any folder; everybody knows where to get it again. */
  private LockedPackage.Origin origin(Offer offer, Wheel wheel)
      throws IndexException, InterruptedException {
    Path file = folder;
    if (offer.place() instanceof Place.OnDisk disk) {
      file = disk.file().toAbsolutePath().normalize();
      if (file.startsWith(folder)) {
        return path(folder.relativize(file));
      }
    }
    if (supply.engine().metadata(wheel.name(), wheel.hash()).isPresent()) {
      return new LockedPackage.Origin.Engine();
    }
    if (offer.place() instanceof Place.Online online) {
      PackageName name = wheel.name().distribution();
      Address index = shelves.source(name).index(name).orElse(online.address());
      return new LockedPackage.Origin.Index(index, online.address());
    }
    boolean isNear = file.getRoot() != null && file.getRoot().equals(folder.getRoot());
    return path(isNear ? folder.relativize(file) : file);
  }

  private static LockedPackage.Origin.File path(Path path) {
    return new LockedPackage.Origin.File(path.toString().replace('\\', '/'));
  }
}
