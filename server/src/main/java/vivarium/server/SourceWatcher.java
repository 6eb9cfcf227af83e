package vivarium.server;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of sources. Folders are watched and not files, so an editor that saves by
 * renaming is noticed like one that writes in place. For one thread, but for {@link #close}.
 */
public final class SourceWatcher implements AutoCloseable {
  /** Saving a file is several events; a build starts when they have ended. */
  private static final Duration QUIET = Duration.ofMillis(80);

  /** A program that writes without end must not keep the build away. */
  private static final Duration LONGEST_BURST = Duration.ofSeconds(1);

  /** How often it is looked whether a source folder that was removed is back. */
  private static final Duration LOOK_FOR_ROOT = Duration.ofMillis(500);

  private final WatchService service;
  private final WatchedFolders folders;
  private final AtomicBoolean woken = new AtomicBoolean();

  private SourceWatcher(WatchService service, WatchedFolders folders) {
    this.service = service;
    this.folders = folders;
  }

  /**
   * Starts to watch. Changes from now on are kept for the next {@link #awaitChange}.
   *
   * @param source a folder, watched with all below it, or a file, watched with what is around it
   * @param ignored absolute paths of folders whose changes do not count; nor do those of hidden
   *     files and of {@code target} and {@code node_modules}
   * @throws IOException when the system watches no files
   */
  public static SourceWatcher watch(Path source, Set<Path> ignored) throws IOException {
    WatchService service = source.getFileSystem().newWatchService();
    return new SourceWatcher(service, WatchedFolders.around(source, ignored, service));
  }

  /** Whether every folder is watched: false when there are too many, or the system refused. */
  public boolean isComplete() {
    return folders.isComplete();
  }

  /**
   * Waits until something has changed and the changes have come to rest.
   *
   * @return false when this is closed
   */
  public boolean awaitChange() throws InterruptedException {
    try {
      boolean changed = false;
      while (!changed) {
        changed = take(poll(LOOK_FOR_ROOT)) || folders.rootReturned() || woken.getAndSet(false);
      }
      long end = System.nanoTime() + LONGEST_BURST.toNanos();
      WatchKey key = poll(QUIET);
      while (key != null) {
        take(key);
        key = System.nanoTime() - end < 0 ? poll(QUIET) : null;
      }
      return true;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  /** Has {@link #awaitChange} return soon, though no file has changed. */
  public void wake() {
    woken.set(true);
  }

  /** Stops watching; a waiting {@link #awaitChange} returns. */
  @Override
  public void close() throws IOException {
    service.close();
  }

  private @Nullable WatchKey poll(Duration patience) throws InterruptedException {
    return service.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Handles the events of one folder; tells whether any of them counts. */
  private boolean take(@Nullable WatchKey key) {
    if (key == null) {
      return false;
    }
    boolean counts = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        Path path = folders.of(key).resolve(name);
        if (!folders.isIgnored(path)) {
          counts = true;
          if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
            folders.add(path);
          }
        }
      } else {
        // More events than the system keeps: any folder may be new.
        folders.addRoot();
        counts = true;
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
    return counts;
  }
}
