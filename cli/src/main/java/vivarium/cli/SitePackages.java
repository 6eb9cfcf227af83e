package vivarium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vivarium.engine.python.PythonPackage;
import vivarium.engine.python.PythonPackages;
import vivarium.engine.python.PythonRelease;
import vivarium.execute.PackageChoice;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.packages.imports.Import;
import vivarium.packages.imports.Imports;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.lock.LockedWheels;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.wheel.Wheel;

/**
 * The packages of a lock file, as Python is given them. A document wants those that it names and
 * those that its cells import, with what they need; the others are at hand.
 */
final class SitePackages implements PackageChoice {
  private final PythonRelease release;
  private final Map<String, PythonPackage> packages;

  private SitePackages(PythonRelease release, Map<String, PythonPackage> packages) {
    this.release = release;
    this.packages = packages;
  }

  /**
   * The packages that were found.
   *
   * @param cache a folder for the wheels: Python reads what was checked, whatever happens to the
   *     file that it came from
   * @throws IOException when a wheel cannot be written there
   */
  static SitePackages of(PythonRelease release, LockedWheels.Found found, Path cache)
      throws IOException {
    Map<String, PythonPackage> packages = new LinkedHashMap<>();
    for (Wheel wheel : found.wheels()) {
      PackageName name = wheel.name().distribution();
      List<String> needs =
          found.lock().flatMap(lock -> lock.find(name)).stream()
              .map(LockedPackage::dependencies)
              .flatMap(List::stream)
              .map(PackageName::normalized)
              .toList();
      packages.put(
          name.normalized(),
          new PythonPackage(
              name.normalized(),
              wheel.name().version().toString(),
              kept(wheel, cache),
              wheel.hash().hex(),
              wheel.importNames(),
              needs));
    }
    return new SitePackages(release, packages);
  }

  private static Path kept(Wheel wheel, Path cache) throws IOException {
    Path folder = Files.createDirectories(cache.resolve("wheels-used").resolve(wheel.hash().hex()));
    Path target = folder.resolve(wheel.name().fileName());
    byte[] bytes = wheel.bytes();
    if (Files.exists(target) && Files.size(target) == bytes.length) {
      return target;
    }
    Path partial = Files.createTempFile(folder, "wheel", ".tmp");
    try {
      Files.write(partial, bytes);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
    return target;
  }

  @Override
  public PythonPackages of(Document document) {
    Set<String> wanted = new LinkedHashSet<>();
    document.frontMatter().packages().forEach(text -> add(text, wanted));
    for (Cell cell : document.cells()) {
      Set<String> modules =
          Imports.in(cell.source()).stream().map(Import::top).collect(Collectors.toSet());
      packages.values().stream()
          .filter(each -> each.modules().stream().anyMatch(modules::contains))
          .forEach(each -> want(each.name(), wanted));
    }
    List<PythonPackage> first = new ArrayList<>();
    List<PythonPackage> others = new ArrayList<>();
    for (PythonPackage each : packages.values()) {
      (wanted.contains(each.name()) ? first : others).add(each);
    }
    return new PythonPackages(release, first, others);
  }

  /** A text that is no requirement is told of when it is locked. */
  private void add(String requirement, Set<String> wanted) {
    try {
      want(Requirement.parse(requirement).name().normalized(), wanted);
    } catch (SyntaxException e) {
      return;
    }
  }

  private void want(String name, Set<String> wanted) {
    PythonPackage found = packages.get(name);
    if (found != null && wanted.add(name)) {
      found.needs().forEach(needed -> want(needed, wanted));
    }
  }
}
