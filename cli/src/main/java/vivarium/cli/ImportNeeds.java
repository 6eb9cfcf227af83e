package vivarium.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.packages.lock.Supply;
import vivarium.packages.names.ImportNames;
import vivarium.packages.names.StandardLibrary;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.version.VersionSpecifiers;
import vivarium.site.needs.ImportedModule;

/**
 * What imports need that nobody declares. A package is taken for an import when the engine has it,
 * it lies in a folder of wheels, or it is well known; for any other name a stranger's package could
 * be what an index has.
 */
final class ImportNeeds {
  private final Supply supply;
  private final ImportNames names = ImportNames.wellKnown();
  private final StandardLibrary library;
  private final Set<PackageName> declared;
  private final List<Implied> implied = new ArrayList<>();
  private final List<ImportedModule> unknown = new ArrayList<>();

  private ImportNeeds(Supply supply, Set<PackageName> declared) {
    this.supply = supply;
    this.declared = declared;
    this.library = StandardLibrary.of(supply.engine().build().python());
  }

  /** A package that an import needs. */
  record Implied(ImportedModule module, Requirement requirement) {}

  /**
   * Sorts imports.
   *
   * @param declared what documents ask for by name
   */
  static ImportNeeds of(List<ImportedModule> imports, Set<PackageName> declared, Supply supply)
      throws IndexException, InterruptedException {
    ImportNeeds needs = new ImportNeeds(supply, declared);
    Set<PackageName> known = new HashSet<>();
    for (ImportedModule each : imports) {
      needs.add(each, known);
    }
    return needs;
  }

  private void add(ImportedModule each, Set<PackageName> known)
      throws IndexException, InterruptedException {
    Optional<PackageName> own = supply.engine().provider(each.top());
    boolean isThere = own.isEmpty() && library.contains(each.top());
    if (isThere || (each.isOurs() && own.filter(declared::contains).isEmpty())) {
      return;
    }
    Optional<PackageName> likely = own.isPresent() ? own : likely(each);
    if (likely.filter(declared::contains).isPresent()) {
      return;
    }
    if (likely.isPresent() && (own.isPresent() || isListed(each) || isInFolder(likely.get()))) {
      if (known.add(likely.get())) {
        Requirement any =
            new Requirement(
                likely.get(), List.of(), VersionSpecifiers.ANY, Optional.empty(), Optional.empty());
        implied.add(new Implied(each, any));
      }
    } else {
      unknown.add(each);
    }
  }

  private Optional<PackageName> likely(ImportedModule each) {
    for (String name : each.names()) {
      if (names.isListed(each.module() + "." + name) && !names.isListed(each.module())) {
        return names.distribution(each.module() + "." + name);
      }
    }
    return names.distribution(each.module());
  }

  private boolean isListed(ImportedModule each) {
    return names.isListed(each.module())
        || each.names().stream().anyMatch(name -> names.isListed(each.module() + "." + name));
  }

  private boolean isInFolder(PackageName name) throws IndexException, InterruptedException {
    for (Source folder : supply.folders()) {
      if (folder.list(name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Packages to take, each for the first import that needs it. */
  List<Implied> implied() {
    return implied;
  }

  /** An error for each module that none of the packages has. */
  List<Diagnostic> undeclared(Map<PackageName, List<String>> packages) {
    Set<String> modules = new HashSet<>();
    packages.values().forEach(modules::addAll);
    Set<String> said = new HashSet<>();
    List<Diagnostic> errors = new ArrayList<>();
    for (ImportedModule each : unknown) {
      boolean isThere =
          modules.contains(each.top())
              || modules.stream().anyMatch(it -> (each.module() + ".").startsWith(it + "."));
      if (!isThere && said.add(each.where().path() + " " + each.top())) {
        errors.add(error(each));
      }
    }
    return errors;
  }

  private Diagnostic error(ImportedModule each) {
    String name = likely(each).map(PackageName::written).orElse("NAME");
    String path = each.where().path().toLowerCase(Locale.ROOT);
    return Diagnostic.error(
        "package-not-declared",
        each.where(),
        "Neither Python nor a declared package has the module \"" + each.top() + "\".",
        path.endsWith(".py")
            ? "If the package is called so, add it to the block at the top of the script:"
                + " # dependencies = [\""
                + name
                + "\"]"
            : "If the package is called so, add it to the front matter: packages: [" + name + "]");
  }
}
