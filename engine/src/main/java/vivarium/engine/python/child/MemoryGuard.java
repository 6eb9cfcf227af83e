package vivarium.engine.python.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends this process when it takes more memory than a document may have. Python's own memory has its
 * limit, which Python is told of; JavaScript's buffers have none. Linux tells how much a process
 * takes; elsewhere there is no guard.
 */
final class MemoryGuard {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

  private MemoryGuard() {}

  /**
   * Starts to look.
   *
   * @param most how much the process may take, in bytes
   */
  static void start(long most) {
    if (Files.isReadable(STATUS)) {
      Thread guard = new Thread(() -> look(most), "memory-guard");
      guard.setDaemon(true);
      guard.start();
    }
  }

  private static void look(long most) {
    try {
      while (resident() < most) {
        LockSupport.parkNanos(BETWEEN);
      }
      ChildMain.end("heap out of memory");
    } catch (IOException e) {
      ChildMain.end("its memory cannot be looked at: " + e);
    }
  }

  /** In bytes; the line is {@code VmRSS: 123456 kB}. */
  private static long resident() throws IOException {
    return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(RESIDENT))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        << 10;
  }
}
