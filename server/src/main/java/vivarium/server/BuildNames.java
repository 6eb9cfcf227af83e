package vivarium.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Names that tell builds apart, also those of servers that ran before on the same port. */
final class BuildNames {
  private final String server;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param started when this server started, in milliseconds
   */
  BuildNames(long started) {
    this.server = Long.toString(started, Character.MAX_RADIX);
  }

  String next() {
    return server + "-" + count.incrementAndGet();
  }
}
