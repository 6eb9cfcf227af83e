package vivarium.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import vivarium.model.output.Output;
import vivarium.protocol.FromKernel;

/**
 * Sends what cells write to the host: at once, until there is so much of it that messages would
 * choke the page. Then it goes out in larger pieces, and what nobody would have seen, such as all
 * but the last of the pictures of an animation, stays behind.
 */
final class Outbox {
  /** How many messages may go out at once before they are gathered. */
  static final int BURST = 100;

  /** One more message may go out in each period; in milliseconds. */
  static final int PERIOD = 4;

  /** A message counts for one more for each so many characters in it. */
  static final int HEAVY = 16_384;

  /** Gathered text goes out when it is this long; in characters. */
  static final int PIECE = 8192;

  /** What is gathered goes out when it is this old; in milliseconds. */
  static final int AGE = 40;

  private final DoubleSupplier clock;
  private final Consumer<FromKernel> host;
  private final List<FromKernel> held = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String textName = "";
  private int textRun;
  private double credits = BURST;
  private double creditedAt;
  private double heldSince;

  /**
   * @param clock the time in milliseconds
   */
  Outbox(DoubleSupplier clock, Consumer<FromKernel> host) {
    this.clock = clock;
    this.host = host;
    this.creditedAt = clock.getAsDouble();
  }

  /** Takes text that a run wrote to the stream {@code name}. */
  void write(int run, String name, String written) {
    if (run != textRun || !name.equals(textName)) {
      endText();
    }
    double now = begin();
    if (text.length() == 0) {
      forgetCleared(run);
    }
    textRun = run;
    textName = name;
    text.append(written);
    release(now, written.length());
  }

  /**
   * Takes a message.
   *
   * @param size how many characters it has, roughly
   */
  void add(FromKernel message, int size) {
    endText();
    double now = begin();
    if (message instanceof FromKernel.Updated updated) {
      held.removeIf(
          earlier ->
              earlier instanceof FromKernel.Updated other
                  && other.displayId().equals(updated.displayId()));
    } else if (message instanceof FromKernel.Wrote wrote) {
      forgetCleared(wrote.run());
    }
    held.add(message);
    if (message instanceof FromKernel.Wrote
        && held.stream().noneMatch(FromKernel.Cleared.class::isInstance)) {
      flush(); // A value of its own is seen at once.
    } else {
      release(now, size);
    }
  }

  /** Whether there is something that has not gone out. */
  boolean isHolding() {
    return !held.isEmpty() || text.length() > 0;
  }

  /** Sends what is held. */
  void flush() {
    endText();
    if (!held.isEmpty()) {
      List<FromKernel> sent = List.copyOf(held);
      held.clear();
      sent.forEach(host);
    }
  }

  private double begin() {
    double now = clock.getAsDouble();
    if (!isHolding()) {
      heldSince = now;
    }
    return now;
  }

  private void endText() {
    if (text.length() > 0) {
      held.add(new FromKernel.Wrote(textRun, new Output.Stream(textName, text.toString())));
      text.setLength(0);
    }
  }

  /** Something comes after all that the run had written was taken away: that need not go out. */
  private void forgetCleared(int run) {
    int last = held.size() - 1;
    if (last > 0 && held.get(last) instanceof FromKernel.Cleared cleared && cleared.run() == run) {
      held.subList(0, last)
          .removeIf(
              earlier ->
                  (earlier instanceof FromKernel.Wrote wrote && wrote.run() == run)
                      || (earlier instanceof FromKernel.Cleared other && other.run() == run));
    }
  }

  private void release(double now, int size) {
    if (text.length() >= PIECE || now - heldSince >= AGE || mayGo(now, size)) {
      flush();
    }
  }

  private boolean mayGo(double now, int size) {
    credits = Math.min(BURST, credits + (now - creditedAt) / PERIOD);
    creditedAt = now;
    if (credits < 1) {
      return false;
    }
    credits -= 1 + (double) size / HEAVY;
    return true;
  }
}
