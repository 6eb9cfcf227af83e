package vivarium.tests.speed.host;

import java.util.function.LongSupplier;

/**
 * Says when bytes have crossed a link that all connections share, in the order in which they ask.
 * What the link did not carry while it was idle is lost, but for a moment's worth, which makes good
 * what a thread oversleeps.
 */
final class Bucket {
  private static final long DEPTH_NANOS = 10_000_000;

  private final long bitsPerSecond;
  private final LongSupplier clock;
  private long free;

  /**
   * @param bitsPerSecond more than 0
   * @param clock nanoseconds since any moment
   */
  Bucket(long bitsPerSecond, LongSupplier clock) {
    this.bitsPerSecond = bitsPerSecond;
    this.clock = clock;
    free = clock.getAsLong();
  }

  /** The moment, on the bucket's clock, when these bytes have arrived. */
  synchronized long arrival(int bytes) {
    free =
        Math.max(free, clock.getAsLong() - DEPTH_NANOS)
            + Math.round(bytes * 8 * 1e9 / bitsPerSecond);
    return free;
  }
}
