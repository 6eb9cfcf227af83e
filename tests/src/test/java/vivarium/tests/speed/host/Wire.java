package vivarium.tests.speed.host;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends answers at the pace of a link, and counts them. */
final class Wire {
  /** Small enough for six connections to share 5 Mbit/s evenly. */
  private static final int SHAPED_CHUNK = 4096;

  private static final int CHUNK = 65_536;

  private final long roundTripNanos;
  private final int chunk;
  private final Optional<Bucket> bucket;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  Wire(Link link) {
    roundTripNanos = link.roundTripMillis() * 1_000_000L;
    chunk = link.bitsPerSecond() == 0 ? CHUNK : SHAPED_CHUNK;
    bucket =
        link.bitsPerSecond() == 0
            ? Optional.empty()
            : Optional.of(new Bucket(link.bitsPerSecond(), System::nanoTime));
  }

  Traffic traffic() {
    return new Traffic(requests.get(), bytes.get());
  }

  /** A round trip after this moment, both on the clock of {@link System#nanoTime}. */
  long roundTripFrom(long moment) {
    return moment + roundTripNanos;
  }

  void send(Answer answer, OutputStream out) throws IOException {
    requests.incrementAndGet();
    send(answer.head(), out);
    send(answer.body(), out);
  }

  private void send(byte[] part, OutputStream out) throws IOException {
    for (int at = 0; at < part.length; at += chunk) {
      int length = Math.min(chunk, part.length - at);
      bucket.ifPresent(shared -> await(shared.arrival(length)));
      bytes.addAndGet(length);
      out.write(part, at, length);
    }
  }

  /** Returns at this moment of the clock of {@link System#nanoTime}, or at once when it is past. */
  void await(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
