package vivarium.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command put its tools away when the user interrupts the program: its thread is
 * interrupted, and the program ends when the command has.
 */
final class Interruption {
  /** How long a command may take to end, in seconds. */
  private static final int LAST_SECONDS = 2;

  private final Thread working = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean begun;

  private Interruption() {}

  /** To be made by the thread that works, before it takes its tools out. */
  static Interruption of(Surroundings surroundings) {
    Interruption interruption = new Interruption();
    surroundings.atExit().accept(interruption::stop);
    return interruption;
  }

  private void stop() {
    if (ended.getCount() == 0) {
      return;
    }
    begun = true;
    working.interrupt();
    try {
      ended.await(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the user wants the program to end; what failed since then need not be told. */
  boolean hasBegun() {
    return begun;
  }

  /** To be called when the tools are put away. */
  void over() {
    ended.countDown();
  }
}
