package vivarium.execute.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;

/**
 * Keeps what jobs wrote, so that the same job need not run again. Threads and processes may share a
 * folder. A folder that cannot be read or written makes builds slower, and nothing else.
 */
public final class OutputCache {
  private final Optional<CacheFolder> folder;

  private OutputCache(Optional<CacheFolder> folder) {
    this.folder = folder;
  }

  /**
   * A cache in a folder, which need not exist yet.
   *
   * @param maxBytes how large the folder may grow before what was not used for longest goes. It is
   *     looked at once, after the first result that is kept, and may be larger until the next time
   */
  public static OutputCache in(Path folder, long maxBytes) {
    return in(folder, maxBytes, Clock.systemUTC());
  }

  static OutputCache in(Path folder, long maxBytes, Clock clock) {
    return new OutputCache(Optional.of(new CacheFolder(folder, maxBytes, clock)));
  }

  /** A cache that keeps nothing. */
  public static OutputCache none() {
    return new OutputCache(Optional.empty());
  }

  /**
   * What the same job came to before.
   *
   * @param build names the engine: {@link vivarium.engine.python.PythonEngine#build}
   */
  public Optional<JobResult> find(String build, Job job) {
    if (folder.isEmpty() || !job.origins().isEmpty()) {
      return Optional.empty();
    }
    CacheKey key = CacheKey.of(build, job);
    return folder
        .get()
        .read(key)
        .flatMap(text -> CacheEntry.read(text, key))
        .filter(result -> result.cells().size() == job.cells().size());
  }

  /**
   * Keeps the result of a job of which every cell came to an end. How an interpreter ended may
   * depend on the machine, on how fast it is and how much memory it had to spare: such a job runs
   * again, as its author is about to change it anyway. What a job got from the network may be
   * different tomorrow.
   */
  public void keep(String build, Job job, JobResult result) {
    if (folder.isPresent() && result.ended().isEmpty() && job.origins().isEmpty()) {
      CacheKey key = CacheKey.of(build, job);
      folder.get().write(key, CacheEntry.text(key, result));
    }
  }
}
