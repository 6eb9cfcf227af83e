package vivarium.execute.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes files out of a cache that has grown too large. What it does not know it leaves alone. */
final class Pruning {
  /** How the names of files end that are being written. */
  static final String STAGED = ".tmp";

  /** Nobody writes one file for so long: its writer was killed. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{62}\\.json");
  private static final Pattern STAGED_ENTRY = Pattern.compile("[0-9a-f]{64}\\d*\\.tmp");

  private record Kept(Path file, long bytes, Instant used) {}

  private Pruning() {}

  /** Deletes what was not used for longest until the rest is at most {@code maxBytes} large. */
  static void prune(Path folder, long maxBytes, Instant now) throws IOException {
    List<Kept> entries = new ArrayList<>();
    for (Path parent : children(folder, PARENT)) {
      if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
        children(parent, STAGED_ENTRY).stream()
            .flatMap(Pruning::kept)
            .filter(staged -> staged.used().isBefore(now.minus(ABANDONED)))
            .forEach(Pruning::delete);
        children(parent, ENTRY).stream().flatMap(Pruning::kept).forEach(entries::add);
      }
    }
    entries.sort(Comparator.comparing(Kept::used).thenComparing(Kept::file));
    long bytes = entries.stream().mapToLong(Kept::bytes).sum();
    for (Kept entry : entries) {
      if (bytes <= maxBytes) {
        return;
      }
      delete(entry);
      bytes -= entry.bytes();
    }
  }

  /** Nothing when another process was quicker to delete it. */
  private static Stream<Kept> kept(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Stream.of(
          new Kept(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static void delete(Kept entry) {
    try {
      Files.deleteIfExists(entry.file());
    } catch (IOException e) {
      // Somebody has it open; the next time will do.
    }
  }

  private static List<Path> children(Path folder, Pattern name) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            folder, child -> name.matcher(child.getFileName().toString()).matches())) {
      all.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return children;
  }
}
