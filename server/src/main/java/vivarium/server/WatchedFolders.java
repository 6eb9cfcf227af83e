package vivarium.server;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The folders that a {@link SourceWatcher} watches, new ones among them. */
final class WatchedFolders {
  /** Systems allow some thousands of watched folders to all programs together. */
  static final int MAX_FOLDERS = 2_000;

  /** A single document's images stand beside it or one folder below, whatever else is there. */
  private static final int DEPTH_AROUND_FILE = 2;

  private static final Set<String> GENERATED = Set.of("target", "node_modules");

  private final Path root;
  private final int depth;
  private final Set<Path> ignored;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private boolean complete = true;

  private WatchedFolders(Path root, int depth, Set<Path> ignored, WatchService service) {
    this.root = root;
    this.depth = depth;
    this.ignored = Set.copyOf(ignored);
    this.service = service;
  }

  static WatchedFolders around(Path source, Set<Path> ignored, WatchService service) {
    Path absolute = source.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    WatchedFolders folders =
        parent == null || Files.isDirectory(absolute)
            ? new WatchedFolders(absolute, Integer.MAX_VALUE, ignored, service)
            : new WatchedFolders(parent, DEPTH_AROUND_FILE, ignored, service);
    folders.addRoot();
    return folders;
  }

  boolean isComplete() {
    return complete;
  }

  /** The folder of a key. */
  Path of(WatchKey key) {
    return folders.getOrDefault(key, root);
  }

  boolean isIgnored(Path path) {
    String name = path.getFileName().toString();
    return !path.equals(root)
        && (name.startsWith(".")
            || name.endsWith("~")
            || GENERATED.contains(name)
            || ignored.contains(path));
  }

  void addRoot() {
    add(root);
  }

  /** Whether the source folder had been removed and is there again; it is watched anew then. */
  boolean rootReturned() {
    if (folders.containsValue(root) || !Files.isDirectory(root)) {
      return false;
    }
    addRoot();
    return folders.containsValue(root);
  }

  void remove(WatchKey key) {
    folders.remove(key);
  }

  /** Watches a folder and what is below it. */
  void add(Path folder) {
    int left =
        depth == Integer.MAX_VALUE ? depth : depth + root.getNameCount() - folder.getNameCount();
    try {
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), left, new Registration());
    } catch (IOException e) {
      // The system watches no more folders; those it has are still good.
      complete = false;
    }
  }

  private WatchKey register(Path folder) throws IOException {
    return folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
  }

  private final class Registration extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (isIgnored(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (folders.size() >= MAX_FOLDERS) {
        complete = false;
        return FileVisitResult.TERMINATE;
      }
      try {
        folders.put(register(folder), folder);
        return FileVisitResult.CONTINUE;
      } catch (NoSuchFileException e) {
        return FileVisitResult.SKIP_SUBTREE;
      }
    }

    /** A folder that cannot be read, or was gone at once, changes nothing for the others. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
