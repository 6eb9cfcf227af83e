package vivarium.site.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/** Compares a folder with what shall stand in it, and stages the difference. */
final class Staging {
  private final Path folder;
  private final SortedMap<String, Manifest.Entry> old;
  private final Switch change;
  private final Disk disk;
  private final SortedMap<String, Manifest.Entry> fresh = new TreeMap<>();
  private final List<Step> puts = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Staging(Path folder, Optional<Manifest> old, Switch change, Disk disk) {
    this.folder = folder;
    this.old = old.map(Manifest::files).orElseGet(TreeMap::new);
    this.change = change;
    this.disk = disk;
  }

  /** Changes the folder; gives what is in the way of that, and then changes nothing. */
  List<Diagnostic> replaceBy(SortedMap<String, Content> files) throws IOException {
    SortedSet<String> stale = new TreeSet<>(old.keySet());
    stale.removeAll(files.keySet());
    try {
      for (Map.Entry<String, Content> file : files.entrySet()) {
        stage(file.getKey(), file.getValue(), stale);
      }
      if (diagnostics.isEmpty()) {
        stageManifest();
      }
    } catch (IOException e) {
      forget(e);
      throw e;
    }
    List<Step> steps = steps(stale, files.keySet());
    if (diagnostics.isEmpty() && !steps.isEmpty()) {
      change.run(steps);
    } else {
      change.clear();
    }
    return diagnostics;
  }

  private void forget(IOException reason) {
    try {
      change.clear();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private void stage(String path, Content content, SortedSet<String> stale) throws IOException {
    Optional<byte[]> bytes = read(path, content);
    if (bytes.isEmpty()) {
      return;
    }
    Manifest.Entry entry = new Manifest.Entry(bytes.get().length, Sha256.of(bytes.get()));
    fresh.put(path, entry);
    Path target = folder.resolve(path);
    boolean there = Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
    Manifest.Entry before = old.get(path);
    if (there && entry.equals(before) && Files.size(target) == entry.size()) {
      return;
    }
    if (there && before == null && Arrays.equals(Files.readAllBytes(target), bytes.get())) {
      return;
    }
    Optional<String> obstacle = obstacle(path, stale);
    if (obstacle.isPresent()) {
      diagnostics.add(foreign(obstacle.get()));
    } else if (diagnostics.isEmpty()) {
      put(path, bytes.get(), there);
    }
  }

  private void put(String path, byte[] bytes, boolean replaces) throws IOException {
    disk.write(change.fresh(path), bytes);
    if (replaces) {
      disk.copy(folder.resolve(path), change.kept(path));
    }
    puts.add(new Step(replaces ? Step.Action.REPLACE : Step.Action.ADD, path));
  }

  private void stageManifest() throws IOException {
    byte[] bytes = new Manifest(fresh).bytes();
    Path target = folder.resolve(Manifest.PATH);
    boolean there = Files.isRegularFile(target);
    if (!there || !Arrays.equals(Files.readAllBytes(target), bytes)) {
      put(Manifest.PATH, bytes, there);
    }
  }

  private Optional<byte[]> read(String path, Content content) {
    try {
      return Optional.of(content.bytes());
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.error(
              "cannot-read",
              Location.file(path),
              "This cannot be read: " + SystemReason.of(e) + ".",
              "Build again when it can be read."));
      return Optional.empty();
    }
  }

  /** What stands where {@code path} or a folder above it has to stand, and is not ours. */
  private Optional<String> obstacle(String path, SortedSet<String> stale) {
    Optional<String> above = noFolderAbove(path);
    if (above.isPresent() && !stale.contains(above.get())) {
      return above;
    }
    Path target = folder.resolve(path);
    boolean ours = old.containsKey(path) || stale.stream().anyMatch(p -> p.startsWith(path + "/"));
    return !ours && Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(path)
        : Optional.empty();
  }

  /** A file or a symbolic link where {@code path} needs a folder. */
  private Optional<String> noFolderAbove(String path) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      Path above = folder.resolve(path.substring(0, end));
      if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(path.substring(0, end));
      }
    }
    return Optional.empty();
  }

  private Diagnostic foreign(String path) {
    return Diagnostic.error(
        "foreign-file",
        Location.file(folder.resolve(path).toString()),
        "Vivarium did not write this file, and a file of the site has to stand there.",
        "Move it away, or choose another folder.");
  }

  /** What stands in the way goes first, then come assets, other files and pages; the list last. */
  private List<Step> steps(SortedSet<String> stale, Set<String> paths) {
    List<Step> steps = new ArrayList<>();
    List<Step> late = new ArrayList<>();
    for (String path : stale) {
      if (noFolderAbove(path).isPresent()) {
        continue;
      }
      boolean inTheWay =
          paths.stream().anyMatch(p -> p.startsWith(path + "/") || path.startsWith(p + "/"));
      (inTheWay ? steps : late).add(new Step(Step.Action.REMOVE, path));
    }
    puts.stream().sorted(Comparator.comparing(step -> rank(step.path()))).forEach(steps::add);
    steps.addAll(late);
    return steps;
  }

  private static int rank(String path) {
    if (path.equals(Manifest.PATH)) {
      return 3;
    }
    if (path.startsWith("vivarium/")) {
      return 0;
    }
    return path.endsWith(".html") ? 2 : 1;
  }
}
