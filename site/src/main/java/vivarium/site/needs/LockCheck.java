package vivarium.site.needs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.engine.python.PythonRelease;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.index.EnginePackages;
import vivarium.packages.lock.LockException;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockReader;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.names.ImportNames;
import vivarium.packages.requirement.Declared;
import vivarium.packages.requirement.MarkerEnvironment;
import vivarium.packages.requirement.PackageName;

/** Compares what documents need with what their folder has locked. */
public final class LockCheck {
  private static final String REMEDY = "Run: vivarium lock";

  private final Optional<LockFile> lock;
  private final boolean isReadable;
  private final EnginePackages engine;
  private final MarkerEnvironment environment;
  private final ImportNames names = ImportNames.wellKnown();

  private LockCheck(Optional<LockFile> lock, boolean isReadable, EngineList list) {
    this.lock = lock;
    this.isReadable = isReadable;
    this.engine = new EnginePackages(list.release(), list.lock(), Optional.empty(), hash -> false);
    this.environment = MarkerEnvironment.of(engine.build());
  }

  /** The engine that a folder is locked for; the newest when it says nothing that is known. */
  public static PythonRelease release(Path folder) {
    Path file = folder.resolve(LockFile.NAME);
    try {
      return Files.exists(file)
          ? PythonRelease.of(LockReader.read(Files.readString(file)).engine())
              .orElse(PythonRelease.NEWEST)
          : PythonRelease.NEWEST;
    } catch (IOException | LockException e) {
      return PythonRelease.NEWEST; // Whoever uses it says so.
    }
  }

  /** For the lock file of a folder, which may have none. */
  public static LockCheck in(Path folder, EngineList engine) {
    Path file = folder.resolve(LockFile.NAME);
    if (!Files.exists(file)) {
      return new LockCheck(Optional.empty(), true, engine);
    }
    try {
      return new LockCheck(Optional.of(LockReader.read(Files.readString(file))), true, engine);
    } catch (IOException | LockException e) {
      return new LockCheck(Optional.empty(), false, engine); // Whoever uses it says so.
    }
  }

  /** A warning for each package that a document needs and that is not locked. */
  public List<Diagnostic> missing(DocumentNeeds needs) {
    List<Diagnostic> missing = new ArrayList<>();
    if (!isReadable) {
      return missing;
    }
    Set<PackageName> said = new HashSet<>();
    for (Declared each : needs.declared()) {
      if (each.requirement().holds(environment, List.of())) {
        said.add(each.requirement().name());
        problem(each).ifPresent(problem -> missing.add(warning(each.where(), problem)));
      }
    }
    for (ImportedModule each : needs.imports()) {
      Optional<PackageName> name = engine.provider(each.top());
      if (name.isEmpty() && names.isListed(each.module())) {
        name = names.distribution(each.module());
      }
      if (name.isPresent() && !each.isOurs() && said.add(name.get())) {
        absence(name.get()).ifPresent(problem -> missing.add(warning(each.where(), problem)));
      }
    }
    return missing;
  }

  private Optional<String> problem(Declared each) {
    PackageName name = each.requirement().name();
    Optional<LockedPackage> locked = lock.flatMap(it -> it.find(name));
    if (locked.isEmpty()) {
      return absence(name);
    }
    return each.requirement().specifiers().contains(locked.get().version(), true)
        ? Optional.empty()
        : Optional.of(
            "This asks for "
                + each.requirement()
                + ", and "
                + LockFile.NAME
                + " has "
                + name
                + " "
                + locked.get().version()
                + ".");
  }

  private Optional<String> absence(PackageName name) {
    if (lock.isEmpty()) {
      return Optional.of("This needs " + name + ", and there is no " + LockFile.NAME + ".");
    }
    return lock.get().find(name).isPresent()
        ? Optional.empty()
        : Optional.of("This needs " + name + ", which is not in " + LockFile.NAME + ".");
  }

  private static Diagnostic warning(Location where, String message) {
    return Diagnostic.warning("package-not-locked", where, message, REMEDY);
  }
}
