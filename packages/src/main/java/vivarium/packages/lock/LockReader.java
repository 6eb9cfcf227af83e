package vivarium.packages.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.WheelName;

/** Reads lock files, and trusts none: what does not fit together is refused. */
public final class LockReader {
  private final TomlParseResult file;

  private LockReader(TomlParseResult file) {
    this.file = file;
  }

  /**
   * Reads the text of a lock file.
   *
   * @throws LockException when it is none, or says two things of one package
   */
  public static LockFile read(String text) throws LockException {
    TomlParseResult file = Toml.parse(text);
    if (file.hasErrors()) {
      TomlParseError error = file.errors().get(0);
      throw new LockException(error.position().line(), "this is no TOML: " + error.getMessage());
    }
    return new LockReader(file).lock();
  }

  private LockFile lock() throws LockException {
    String version = string(file, "lock-version");
    if (!version.startsWith("1.")) {
      throw problem(file, "lock-version", "lock files of version " + version + " are not known");
    }
    TomlTable tool = file.getTableOrEmpty("tool").getTableOrEmpty("vivarium");
    String python = string(file, "requires-python");
    if (!python.startsWith("==")) {
      throw problem(file, "requires-python", "it has to name one version: \"==3.14.2\"");
    }
    List<LockedPackage> packages = new ArrayList<>();
    Set<PackageName> names = new HashSet<>();
    TomlArray all = file.getArrayOrEmpty("packages");
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof TomlTable table)) {
        throw new LockException(line(all.inputPositionOf(i)), "a package has to be a table");
      }
      LockedPackage each = locked(table);
      if (!names.add(each.name())) {
        throw problem(table, "name", each.name() + " is there twice");
      }
      packages.add(each);
    }
    for (LockedPackage each : packages) {
      for (PackageName needed : each.dependencies()) {
        if (!names.contains(needed)) {
          throw new LockException(1, each.name() + " needs " + needed + ", which is not there");
        }
      }
    }
    return new LockFile(
        string(tool, "engine"), parsed(file, "requires-python", python.substring(2)), packages);
  }

  private LockedPackage locked(TomlTable table) throws LockException {
    PackageName name;
    try {
      name = new PackageName(string(table, "name"));
    } catch (SyntaxException e) {
      throw problem(table, "name", e.getMessage());
    }
    TomlArray wheels = table.getArrayOrEmpty("wheels");
    if (wheels.size() != 1 || !(wheels.get(0) instanceof TomlTable wheel)) {
      throw problem(table, "name", name + " has to have one wheel");
    }
    Version version = parsed(table, "version", string(table, "version"));
    WheelName wheelName;
    Sha256 hash;
    try {
      wheelName = WheelName.parse(string(wheel, "name"));
      hash = Sha256.of(string(wheel.getTableOrEmpty("hashes"), "sha256"));
    } catch (SyntaxException | IllegalArgumentException e) {
      throw problem(wheel, "name", e.getMessage());
    }
    if (!wheelName.distribution().equals(name) || !wheelName.version().equals(version)) {
      throw problem(wheel, "name", wheelName + " is no wheel of " + name + " " + version);
    }
    Long size = wheel.getLong("size");
    return new LockedPackage(
        name,
        version,
        wheelName,
        hash,
        size == null ? 0 : size,
        origin(table, wheel),
        needs(table));
  }

  private static LockedPackage.Origin origin(TomlTable table, TomlTable wheel)
      throws LockException {
    String path = wheel.getString("path");
    if (path != null) {
      return new LockedPackage.Origin.File(path);
    }
    String url = wheel.getString("url");
    if (url == null) {
      return new LockedPackage.Origin.Engine();
    }
    try {
      return new LockedPackage.Origin.Index(Address.of(string(table, "index")), Address.of(url));
    } catch (IndexException e) {
      throw problem(wheel, "url", e.getMessage());
    }
  }

  private static List<PackageName> needs(TomlTable table) throws LockException {
    List<PackageName> names = new ArrayList<>();
    TomlArray all = table.getArrayOrEmpty("dependencies");
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof TomlTable each)) {
        throw problem(table, "dependencies", "each has to be a table with a name");
      }
      try {
        names.add(new PackageName(string(each, "name")));
      } catch (SyntaxException e) {
        throw problem(each, "name", e.getMessage());
      }
    }
    return names;
  }

  private static Version parsed(TomlTable table, String key, String text) throws LockException {
    Optional<Version> version = Version.tryParse(text);
    if (version.isEmpty()) {
      throw problem(table, key, "\"" + text + "\" is no version");
    }
    return version.get();
  }

  private static String string(TomlTable table, String key) throws LockException {
    if (!(table.get(key) instanceof String text)) {
      throw problem(table, key, "\"" + key + "\" is missing or no text");
    }
    return text;
  }

  private static LockException problem(TomlTable table, String key, @Nullable String message) {
    TomlPosition position = table.inputPositionOf(key);
    return new LockException(line(position), String.valueOf(message));
  }

  private static int line(@Nullable TomlPosition position) {
    return position == null ? 1 : position.line();
  }
}
