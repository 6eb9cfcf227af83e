package vivarium.packages.index;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Watches what is loaded: whether any comes, and that it does not become too much. */
final class Progress {
  private final long most;
  private final AtomicLong received = new AtomicLong();
  private volatile boolean tooMuch;
  private long seen = -1;

  /**
   * @param most in bytes
   */
  Progress(long most) {
    this.most = most;
  }

  /** Whether anything came since this was asked last. */
  boolean hasMoved() {
    long now = received.get();
    boolean moved = now > Math.max(seen, 0);
    seen = now;
    return moved;
  }

  boolean isTooMuch() {
    return tooMuch;
  }

  /** A subscriber that passes on what it gets to {@code body}. */
  BodySubscriber<byte[]> watching(BodySubscriber<byte[]> body) {
    return new BodySubscriber<>() {
      private Flow.@Nullable Subscription subscription;

      @Override
      public CompletionStage<byte[]> getBody() {
        return body.getBody();
      }

      @Override
      public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        body.onSubscribe(given);
      }

      @Override
      public void onNext(List<ByteBuffer> buffers) {
        long now = received.addAndGet(buffers.stream().mapToLong(ByteBuffer::remaining).sum());
        if (now > most && subscription != null) {
          tooMuch = true;
          subscription.cancel();
          body.onError(new IOException("too large"));
        } else {
          body.onNext(buffers);
        }
      }

      @Override
      public void onError(Throwable problem) {
        body.onError(problem);
      }

      @Override
      public void onComplete() {
        body.onComplete();
      }
    };
  }
}
