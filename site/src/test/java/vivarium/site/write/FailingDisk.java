package vivarium.site.write;

import java.io.IOException;
import java.nio.file.Path;

/** A disk on which a step fails, or the program is killed just before one. */
final class FailingDisk extends Disk {
  /** Stands for the end of the program: nothing catches it, nothing is cleaned up. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final int NEVER = Integer.MAX_VALUE;

  private final int failsAt;
  private final int killedAt;
  private int steps;

  private FailingDisk(int failsAt, int killedAt) {
    this.failsAt = failsAt;
    this.killedAt = killedAt;
  }

  /** A disk on which step number {@code step} fails, 0-based. */
  static FailingDisk failingAt(int step) {
    return new FailingDisk(step, NEVER);
  }

  /** A disk on which the program is killed before step number {@code step}, 0-based. */
  static FailingDisk killedAt(int step) {
    return new FailingDisk(NEVER, step);
  }

  /** A disk on which a step fails, and the program is killed before a later one. */
  static FailingDisk failingAndKilledAt(int step, int later) {
    return new FailingDisk(step, later);
  }

  /** Whether the step that fails came at all. */
  boolean failed() {
    return steps > failsAt;
  }

  private void step() throws IOException {
    int now = steps++;
    if (now == killedAt) {
      throw new Killed();
    }
    if (now == failsAt) {
      throw new IOException("the cable was pulled");
    }
  }

  @Override
  void write(Path file, byte[] bytes) throws IOException {
    step();
    super.write(file, bytes);
  }

  @Override
  void move(Path from, Path to) throws IOException {
    step();
    super.move(from, to);
  }

  @Override
  void delete(Path file) throws IOException {
    step();
    super.delete(file);
  }

  @Override
  void prune(Path folder, Path root) throws IOException {
    step();
    super.prune(folder, root);
  }

  @Override
  void deleteAll(Path folder) throws IOException {
    step();
    super.deleteAll(folder);
  }
}
