package vivarium.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Holds what is shown, and lets those wait who want to know when it changes. */
final class Stage {
  /** Written under the lock only. */
  private volatile Shown current;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  Stage(Shown first) {
    this.current = first;
  }

  Shown current() {
    return current;
  }

  void change(UnaryOperator<Shown> change) {
    lock.lock();
    try {
      current = change.apply(current);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waiting, now and later. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something else than {@code seen} is shown, or {@code patience} is over.
   *
   * @return what is shown then; empty when the stage is closed
   */
  Optional<Shown> awaitOther(Shown seen, Duration patience) throws InterruptedException {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (!closed && current == seen && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return closed ? Optional.empty() : Optional.of(current);
    } finally {
      lock.unlock();
    }
  }
}
