package vivarium.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.index.EnginePackages;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.lock.Locker;
import vivarium.packages.lock.Supply;
import vivarium.packages.offer.IndexException;
import vivarium.packages.requirement.Declared;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.RequiresPython;
import vivarium.site.needs.SourceNeeds;

/** Chooses the packages for what documents need, and says why when that does not work. */
final class Locking {
  private final SourceNeeds needs;
  private final ImportNeeds imports;
  private final Wishes wishes;
  private final EnginePackages engine;
  private final boolean hasIndex;
  private final String missing;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * Prepares a choice.
   *
   * @param missing what to do when no source has a package
   */
  Locking(SourceNeeds needs, ImportNeeds imports, Wishes wishes, Supply supply, String missing) {
    this.needs = needs;
    this.imports = imports;
    this.wishes = wishes;
    this.engine = supply.engine();
    this.hasIndex = !supply.indexes().isEmpty();
    this.missing = missing;
  }

  /**
   * What came of it.
   *
   * @param lock empty when one of the diagnostics is an error
   * @param diagnostics sorted by place
   */
  record Result(Optional<LockFile> lock, List<Diagnostic> diagnostics) {
    Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Chooses.
   *
   * @throws IndexException when a source cannot be used
   */
  Result lock(Locker locker) throws IndexException, InterruptedException {
    diagnostics.addAll(needs.diagnostics());
    needs.python().forEach(this::check);
    for (Declared each : needs.declared()) {
      if (each.requirement().url().isPresent()) {
        diagnostics.add(address(each));
      } else {
        wishes.add(each.where(), each.requirement());
      }
    }
    imports.implied().forEach(each -> wishes.add(each.module().where(), each.requirement()));
    Map<PackageName, String> absent = locker.absent(wishes.all());
    absent.forEach((name, why) -> diagnostics.add(absent(name, why)));
    Locker.Outcome outcome = locker.lock(wishes.without(absent.keySet()));
    Set<Declared> constrained = new HashSet<>();
    while (outcome instanceof Locker.Outcome.Locked locked && constrain(locked, constrained)) {
      outcome = locker.lock(wishes.without(absent.keySet()));
    }
    Optional<LockFile> lock = tell(outcome);
    boolean failed = diagnostics.stream().anyMatch(Diagnostic::isError);
    diagnostics.sort(Comparator.comparing(Diagnostic::where).thenComparing(Diagnostic::code));
    return new Result(failed ? Optional.empty() : lock, diagnostics);
  }

  private Optional<LockFile> tell(Locker.Outcome outcome) {
    if (outcome instanceof Locker.Outcome.Locked locked) {
      diagnostics.addAll(imports.undeclared(locked.modules()));
      needs.declared().forEach(each -> checkHash(each, locked.lock()));
      return Optional.of(locked.lock());
    }
    if (outcome instanceof Locker.Outcome.Conflict conflict) {
      diagnostics.add(conflict(conflict.reasons()));
    }
    if (outcome instanceof Locker.Outcome.Unavailable unavailable) {
      unavailable.reasons().forEach((name, why) -> diagnostics.add(unavailable(name, why)));
      if (unavailable.reasons().values().stream().allMatch(Locking::isOfEngine)) {
        diagnostics.addAll(imports.undeclared(unavailable.modules())); // The engine's are known.
      }
    }
    return Optional.empty();
  }

  /** Adds what is demanded of packages should something need them; whether there was more. */
  private boolean constrain(Locker.Outcome.Locked locked, Set<Declared> known) {
    boolean isNew = false;
    for (Declared each : needs.constraints()) {
      boolean counts =
          each.requirement().url().isEmpty()
              && locked.lock().find(each.requirement().name()).isPresent();
      if (counts && known.add(each)) {
        wishes.add(each.where(), each.requirement());
        isNew = true;
      }
    }
    return isNew;
  }

  private Diagnostic absent(PackageName name, String why) {
    return Diagnostic.error(
        "package-not-found",
        wishes.place(name).orElseThrow(),
        "This needs " + name + why + ".",
        missing);
  }

  private Diagnostic conflict(List<String> reasons) {
    boolean isMissing = reasons.stream().anyMatch(each -> each.contains(", which is not in "));
    return Diagnostic.error(
        "packages-conflict",
        wishes.place(reasons),
        "There is no choice of packages that meets all demands.\n  " + String.join("\n  ", reasons),
        isMissing ? missing : "Ask for other versions, or leave one of them out.");
  }

  private Diagnostic unavailable(PackageName name, String why) {
    Location where = wishes.place(name).orElse(Location.file(LockFile.NAME));
    if (!isOfEngine(why)) {
      return Diagnostic.error(
          "wheel-missing",
          where,
          why,
          "Try again later; or put the wheel into the folder \"wheels\" beside the documents.");
    }
    boolean isAnybodys = why.contains("-none-any.whl ");
    return Diagnostic.error(
        "engine-package-missing",
        where,
        why,
        (isAnybodys && !hasIndex
                ? "An index may have the package as well: --index URL. Or put"
                : "Put")
            + " the wheel into the folder \"wheels\" beside the documents; or name a folder with the"
            + " packages of Pyodide "
            + engine.release()
            + ": vivarium lock --wheels DIR");
  }

  private static boolean isOfEngine(String why) {
    return why.contains(" come with Pyodide ");
  }

  private void check(RequiresPython wanted) {
    if (!wanted.versions().contains(engine.build().python(), true)) {
      diagnostics.add(
          Diagnostic.warning(
              "other-python",
              wanted.where(),
              "This asks for Python "
                  + wanted.versions()
                  + ", and runs in Python "
                  + engine.build().python()
                  + ".",
              "See whether it runs with that all the same."));
    }
  }

  private void checkHash(Declared each, LockFile lock) {
    Optional<LockedPackage> locked = lock.find(each.requirement().name());
    if (locked.isPresent()
        && !each.hashes().isEmpty()
        && !each.hashes().contains(locked.get().hash())) {
      diagnostics.add(
          Diagnostic.error(
              "wheel-refused",
              each.where(),
              "The SHA-256 of "
                  + locked.get().wheel()
                  + " is "
                  + locked.get().hash()
                  + ", and "
                  + each.hashes().get(0)
                  + " is asked for.",
              "Ask for the release whose hash this is, or add the hash of this wheel."));
    }
  }

  private static Diagnostic address(Declared each) {
    return Diagnostic.error(
        "requirement-refused",
        each.where(),
        "A package is locked by its name, not by an address.",
        "Get the wheel; put it into the folder \"wheels\" beside the documents, and write only: "
            + each.requirement().name());
  }
}
