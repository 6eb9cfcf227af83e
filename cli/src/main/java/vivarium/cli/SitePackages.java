package vivarium.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vivarium.engine.python.PythonPackage;
import vivarium.engine.python.PythonPackages;
import vivarium.engine.python.PythonRelease;
import vivarium.execute.ExecutionPlan;
import vivarium.execute.PackageChoice;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Live;
import vivarium.packages.hash.Sha256;
import vivarium.packages.imports.Import;
import vivarium.packages.imports.Imports;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedWheels;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.wheel.Wheel;
import vivarium.site.needs.NamedPackages;
import vivarium.site.source.SourceFiles;

/**
 * The packages of a lock file, as Python is given them. A document wants those that it names and
 * those that its cells import, with what they need, and with what they can make use of as far as it
 * is locked; the others are at hand.
 */
final class SitePackages implements PackageChoice {
  private static final String PYSCRIPT_VERSION = "0.1.0";
  private static final String PYSCRIPT = "pyscript-" + PYSCRIPT_VERSION + "-py3-none-any.whl";

  private final PythonRelease release;
  private final Map<String, PythonPackage> packages;
  private final PythonPackage pyscript;

  private SitePackages(
      PythonRelease release, Map<String, PythonPackage> packages, PythonPackage pyscript) {
    this.release = release;
    this.packages = packages;
    this.pyscript = pyscript;
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
      packages.put(
          name.normalized(),
          new PythonPackage(
              name.normalized(),
              wheel.name().version().toString(),
              kept(wheel.name().fileName(), wheel.bytes(), wheel.hash().hex(), cache),
              wheel.hash().hex(),
              wheel.importNames(),
              needs(wheel, found.lock())));
    }
    return new SitePackages(release, packages, pyscript(cache));
  }

  /** The package that pages of HTML import, which comes with Vivarium. */
  private static PythonPackage pyscript(Path cache) throws IOException {
    String resource = "/vivarium/python/pyscript/" + PYSCRIPT;
    try (InputStream in = SitePackages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      byte[] bytes = in.readAllBytes();
      String hash = Sha256.of(bytes).hex();
      Path wheel = kept(PYSCRIPT, bytes, hash, cache);
      return new PythonPackage(
          "pyscript", PYSCRIPT_VERSION, wheel, hash, List.of("pyscript"), List.of());
    }
  }

  /**
   * What a package needs, and what it can make use of, as far as that is locked: pandas imports
   * openpyxl itself, which nobody sees in a cell.
   */
  private static List<String> needs(Wheel wheel, Optional<LockFile> lock) {
    PackageName name = wheel.name().distribution();
    Set<PackageName> needs = new TreeSet<>();
    lock.flatMap(it -> it.find(name)).ifPresent(it -> needs.addAll(it.dependencies()));
    wheel.metadata().requirements().stream()
        .map(Requirement::name)
        .filter(each -> !each.equals(name) && lock.flatMap(it -> it.find(each)).isPresent())
        .forEach(needs::add);
    return needs.stream().map(PackageName::normalized).toList();
  }

  private static Path kept(String name, byte[] bytes, String hash, Path cache) throws IOException {
    Path folder = Files.createDirectories(cache.resolve("wheels-used").resolve(hash));
    Path target = folder.resolve(name);
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
    NamedPackages.in(document).forEach(name -> want(name.normalized(), wanted));
    Set<String> modules = modules(document.cells());
    packages.values().stream()
        .filter(each -> each.modules().stream().anyMatch(modules::contains))
        .forEach(each -> want(each.name(), wanted));
    List<PythonPackage> first = new ArrayList<>();
    List<PythonPackage> others = new ArrayList<>();
    if (SourceFiles.isHtml(document.path())) {
      first.add(pyscript);
    }
    for (PythonPackage each : packages.values()) {
      (wanted.contains(each.name()) ? first : others).add(each);
    }
    return new PythonPackages(release, first, others);
  }

  @Override
  public List<String> imports(Document document) {
    Live live = document.frontMatter().live();
    List<Cell> cells =
        document.cells().stream().filter(cell -> ExecutionPlan.isLive(cell, live)).toList();
    Set<String> imported = modules(cells);
    Stream<PythonPackage> ours =
        SourceFiles.isHtml(document.path()) ? Stream.of(pyscript) : Stream.empty();
    return Stream.concat(ours, packages.values().stream())
        .flatMap(each -> each.modules().stream())
        .filter(imported::contains)
        .sorted()
        .toList();
  }

  private static Set<String> modules(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> Imports.in(cell.source()).stream())
        .map(Import::top)
        .collect(Collectors.toSet());
  }

  private void want(String name, Set<String> wanted) {
    PythonPackage found = packages.get(name);
    if (found != null && wanted.add(name)) {
      found.needs().forEach(needed -> want(needed, wanted));
    }
  }
}
