package vivarium.execute.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The files of a cache, {@code <2 digits of the key>/<the other 62>.json}.
 *
 * <p>What the disk refuses is passed over here: without the cache the cells run again, and that is
 * all.
 */
final class CacheFolder {
  /** Far more than a document shows; a larger file is none of ours, and may not fill the memory. */
  static final long MOST_BYTES_OF_A_FILE = 16L << 20;

  private final Path folder;
  private final long maxBytes;
  private final Clock clock;
  private final AtomicBoolean isPruned = new AtomicBoolean();

  CacheFolder(Path folder, long maxBytes, Clock clock) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** The text of the file, which counts as used now; empty when there is none to be read. */
  Optional<String> read(CacheKey key) {
    Path file = file(key);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES_OF_A_FILE) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      touch(file);
      return Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Others see the whole file or none of it. */
  void write(CacheKey key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES_OF_A_FILE) {
      return;
    }
    try {
      Files.createDirectories(parent(key));
      Path staged = Files.createTempFile(parent(key), key.hex(), Pruning.STAGED);
      try {
        Files.write(staged, bytes);
        Files.setLastModifiedTime(staged, now());
        Files.move(staged, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(staged);
      }
      if (isPruned.compareAndSet(false, true)) {
        Pruning.prune(folder, maxBytes, clock.instant());
      }
    } catch (IOException e) {
      // Kept or not, the result is the same.
    }
  }

  /** A file that cannot be touched is still a file that was read. */
  private void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, now());
    } catch (IOException e) {
      // It goes sooner than it should.
    }
  }

  private FileTime now() {
    return FileTime.from(clock.instant());
  }

  private Path parent(CacheKey key) {
    return folder.resolve(key.hex().substring(0, 2));
  }

  private Path file(CacheKey key) {
    return parent(key).resolve(key.hex().substring(2) + ".json");
  }
}
