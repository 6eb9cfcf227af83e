package vivarium.site.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folder that is built. Paths are relative to it, with {@code /} between their parts; the root
 * is {@code ""}. It reads each folder once, so it is good for one build.
 */
public final class SourceFolder {
  /** What a path leads to. */
  public enum Kind {
    FILE,
    FOLDER,
    /** Nothing; or something under a name in other case, which only some systems find. */
    MISSING,
    /** A symbolic link out of the folder. */
    OUTSIDE
  }

  private final Path root;
  private final Map<String, SortedSet<String>> names = new HashMap<>();
  private final SortedMap<String, IOException> unreadable = new TreeMap<>();

  /**
   * @throws IOException when {@code root} cannot be found
   */
  public SourceFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  /** What stands at {@code path}. */
  public Kind look(String path) {
    if (path.isEmpty()) {
      return Kind.FOLDER;
    }
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, Math.max(slash, 0));
    Kind above = look(folder);
    if (above != Kind.FOLDER) {
      return above == Kind.OUTSIDE ? Kind.OUTSIDE : Kind.MISSING;
    }
    return names(folder).contains(path.substring(slash + 1)) ? kind(path) : Kind.MISSING;
  }

  /**
   * The names in a folder; none when there is no such folder, or it cannot be read, and then {@link
   * #unreadable} has it.
   */
  public SortedSet<String> names(String folder) {
    SortedSet<String> known = names.get(folder);
    if (known != null) {
      return known;
    }
    SortedSet<String> found =
        look(folder) == Kind.FOLDER ? list(folder) : Collections.emptySortedSet();
    names.put(folder, found);
    return found;
  }

  /** The folders that could not be read so far, and why. */
  public SortedMap<String, IOException> unreadable() {
    return Collections.unmodifiableSortedMap(unreadable);
  }

  /** The file at {@code path}, on the disk. */
  public Path onDisk(String path) {
    return root.resolve(path);
  }

  /** The name of the folder itself; empty for the root of a disk. */
  public String name() {
    Path name = root.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Every file below {@code folder}, but for hidden ones, in order. */
  public List<String> tree(String folder) {
    List<String> files = new ArrayList<>();
    for (String name : names(folder)) {
      String path = folder.isEmpty() ? name : folder + "/" + name;
      Kind kind = name.startsWith(".") ? Kind.MISSING : look(path);
      if (kind == Kind.FILE) {
        files.add(path);
      } else if (kind == Kind.FOLDER && !isLink(path)) {
        files.addAll(tree(path));
      }
    }
    return files;
  }

  /** Whether {@code path} is a symbolic link, which may lead in a circle. */
  boolean isLink(String path) {
    return Files.isSymbolicLink(onDisk(path));
  }

  private Kind kind(String path) {
    try {
      Path real = onDisk(path).toRealPath();
      if (!real.startsWith(root)) {
        return Kind.OUTSIDE;
      }
      if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
        return Kind.FOLDER;
      }
      return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) ? Kind.FILE : Kind.MISSING;
    } catch (IOException | InvalidPathException unreachable) {
      return Kind.MISSING;
    }
  }

  private SortedSet<String> list(String folder) {
    SortedSet<String> found = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(onDisk(folder))) {
      for (Path entry : entries) {
        found.add(String.valueOf(entry.getFileName()).replace("/", ""));
      }
    } catch (IOException e) {
      unreadable.put(folder, e);
    } catch (DirectoryIteratorException e) {
      unreadable.put(folder, e.getCause());
    }
    return found;
  }
}
