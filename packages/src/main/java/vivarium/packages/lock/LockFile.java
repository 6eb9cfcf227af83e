package vivarium.packages.lock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.version.Version;

/**
 * The packages that the documents of a site can import. The file is written in the format of <a
 * href="https://packaging.python.org/en/latest/specifications/pylock-toml/">pylock.toml</a>.
 *
 * @param engine the release of Pyodide, as {@code 314.0.7}
 * @param python the version of Python in it
 * @param packages in alphabetical order
 */
public record LockFile(String engine, Version python, List<LockedPackage> packages) {
  /** What the file is called; it lies in the source folder. */
  public static final String NAME = "vivarium.lock";

  public LockFile {
    packages = packages.stream().sorted(Comparator.comparing(LockedPackage::name)).toList();
  }

  public Optional<LockedPackage> find(PackageName name) {
    return packages.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
