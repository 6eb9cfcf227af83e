package vivarium.cli.mirror;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program itself: jars that can lie together in one folder.
 *
 * @param files by their names
 */
public record ProgramJars(Map<String, Path> files) {
  /** V8 for one system, as Javet names it. */
  private static final Pattern V8 =
      Pattern.compile("javet-node-(linux|macos|windows)-(x86_64|arm64)-([0-9.]+)\\.jar");

  public ProgramJars {
    files = Map.copyOf(files);
  }

  /**
   * The jars of a class path, and those that they name themselves.
   *
   * @throws IOException when a part of it is no jar, or two have one name
   */
  public static ProgramJars of(String classPath) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String each : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
      if (!each.isEmpty()) {
        add(Path.of(each), files);
      }
    }
    return new ProgramJars(files);
  }

  /**
   * These, and V8 for another system.
   *
   * @throws IOException when it is not that, or of another release
   */
  public ProgramJars with(Path library) throws IOException {
    String name = String.valueOf(library.getFileName());
    Matcher other = V8.matcher(name);
    if (!other.matches() || files.keySet().stream().noneMatch(it -> release(it, other.group(3)))) {
      throw new FileSystemException(
          library.toString(), null, "it is not V8 of the release in this Vivarium");
    }
    Map<String, Path> all = new LinkedHashMap<>(files);
    add(library, all);
    return new ProgramJars(all);
  }

  private static boolean release(String jar, String number) {
    Matcher own = V8.matcher(jar);
    return own.matches() && own.group(3).equals(number);
  }

  /** The systems that they run on, as {@code linux x86_64}. */
  public List<String> systems() {
    return files.keySet().stream()
        .map(V8::matcher)
        .filter(Matcher::matches)
        .map(jar -> jar.group(1) + " " + jar.group(2))
        .sorted()
        .toList();
  }

  private static void add(Path jar, Map<String, Path> files) throws IOException {
    if (!Files.exists(jar)) {
      throw new NoSuchFileException(jar.toString());
    }
    String name = String.valueOf(jar.getFileName());
    if (!Files.isRegularFile(jar) || !name.endsWith(".jar")) {
      throw new FileSystemException(jar.toString(), null, "it is no jar");
    }
    Path before = files.putIfAbsent(name, jar);
    if (before != null) {
      if (!Files.isSameFile(before, jar)) {
        throw new FileSystemException(jar.toString(), null, "there are two jars of this name");
      }
      return;
    }
    for (String other : named(jar)) {
      Path file = Path.of(jar.toUri().resolve(other));
      if (Files.exists(file)) { // The format lets a jar name what is not there.
        add(file, files);
      }
    }
  }

  private static List<String> named(Path jar) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      return Optional.ofNullable(open.getManifest())
          .map(Manifest::getMainAttributes)
          .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH))
          .map(names -> List.of(names.strip().split("\\s+")))
          .orElse(List.of());
    }
  }
}
