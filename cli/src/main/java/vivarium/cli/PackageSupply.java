package vivarium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.packages.index.EnginePackages;
import vivarium.packages.index.PipSettings;
import vivarium.packages.index.SimpleIndex;
import vivarium.packages.index.Web;
import vivarium.packages.index.WheelCache;
import vivarium.packages.index.WheelFolder;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedIndex;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.lock.LockedWheels;
import vivarium.packages.lock.Supply;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.RequirementsFile;
import vivarium.site.needs.EngineList;
import vivarium.site.needs.SourceNeeds;

/** Where the packages of a folder come from, by the options, the folder and this machine. */
final class PackageSupply {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final LockSources options;
  private final Path folder;
  private final Web web = new Web(PATIENCE, PAUSE);
  private final WheelCache cache;

  /**
   * @param folder where the lock file lies
   */
  PackageSupply(Surroundings surroundings, LockSources options, Path folder) {
    this.surroundings = surroundings;
    this.options = options;
    this.folder = folder;
    Path own =
        CacheFolder.of(
            surroundings.environment(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    this.cache = new WheelCache(web, own.resolve("wheels"));
  }

  WheelCache cache() {
    return cache;
  }

  /**
   * The places to look, in order.
   *
   * @param before what is locked so far: a folder that was named once is looked into again
   * @param progress told of each package that an index is asked for
   * @throws IndexException when one of them is no place
   */
  Supply find(EngineList list, SourceNeeds needs, Optional<LockFile> before, ProgressLine progress)
      throws IndexException {
    boolean online = !options.isOffline();
    Optional<Address> server =
        options.enginePackages().isEmpty() || !online
            ? Optional.empty()
            : Optional.of(Address.of(withSlash(options.enginePackages())));
    EnginePackages engine = new EnginePackages(list.release(), list.lock(), server, cache::has);
    List<Source> indexes = new ArrayList<>();
    if (online) {
      for (String address : addresses(needs)) {
        indexes.add(new WatchedIndex(new SimpleIndex(web, Address.of(address)), progress));
      }
    } else {
      before.ifPresent(lock -> indexes.add(new LockedIndex(lock, cache)));
    }
    return new Supply(folders(engine, needs, before), engine, indexes);
  }

  private List<Source> folders(
      EnginePackages engine, SourceNeeds needs, Optional<LockFile> before) {
    Set<Path> places = new LinkedHashSet<>();
    options.wheels().forEach(path -> places.add(surroundings.folder().resolve(path).normalize()));
    Path beside = folder.resolve(LockedWheels.FOLDER);
    if (Files.isDirectory(beside)) {
      places.add(beside);
    }
    needs.options().stream()
        .filter(option -> option.name().equals("--find-links") && !isAddress(option.value()))
        .map(option -> folder.resolve(option.where().path()).resolveSibling(option.value()))
        .forEach(place -> places.add(place.normalize()));
    before.stream()
        .flatMap(lock -> lock.packages().stream())
        .map(LockedPackage::origin)
        .filter(LockedPackage.Origin.File.class::isInstance)
        .map(origin -> folder.resolve(((LockedPackage.Origin.File) origin).path()).normalize())
        .filter(file -> Files.exists(file) && !places.contains(file.resolveSibling("")))
        .forEach(places::add);
    return places.stream()
        .<Source>map(place -> new WheelFolder(place, shown(place), engine))
        .toList();
  }

  private String shown(Path place) {
    Path caller = surroundings.folder().toAbsolutePath().normalize();
    return (place.startsWith(caller) ? caller.relativize(place) : place).toString();
  }

  private List<String> addresses(SourceNeeds needs) {
    List<String> all = new ArrayList<>(options.indexes());
    boolean others = true;
    for (RequirementsFile.Option option : needs.options()) {
      if (option.name().equals("--no-index")) {
        others = false;
      } else if (isAddress(option.value())) {
        all.add(option.value());
      }
    }
    if (others) {
      PipSettings pip = PipSettings.of(surroundings.environment(), home());
      // Those on a disk are pip's own business: they are made of other files than wheels, mostly.
      pip.indexes().stream().filter(PackageSupply::isAddress).forEach(all::add);
    }
    return all.stream().distinct().toList();
  }

  private Path home() {
    return Path.of(
        surroundings.environment().getOrDefault("HOME", System.getProperty("user.home")));
  }

  private static boolean isAddress(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }

  private static String withSlash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  /** An index that says what it is asked for. */
  private record WatchedIndex(SimpleIndex index, ProgressLine progress) implements Source {
    @Override
    public Optional<Listing> list(PackageName name) throws IndexException, InterruptedException {
      progress.say("Asking for " + name);
      return index.list(name);
    }

    @Override
    public Optional<Address> index(PackageName name) {
      return index.index(name);
    }

    @Override
    public String toString() {
      return index.toString();
    }
  }
}
