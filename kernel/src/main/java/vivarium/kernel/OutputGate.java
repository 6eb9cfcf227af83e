package vivarium.kernel;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import vivarium.model.output.Output;
import vivarium.protocol.FromKernel;

/**
 * What a cell writes passes here on its way to the host. Text goes out at once, until a cell writes
 * so often that messages would choke the page: then it goes out in larger pieces. What exceeds the
 * limit of a run is counted and left out.
 */
final class OutputGate {
  /** More text than anyone reads below a cell, and little enough for a phone. */
  static final int MAX_CHARACTERS = 200_000;

  /** How many messages may go out at once before pieces are gathered. */
  static final int BURST = 100;

  /** One more message may go out in each period; in milliseconds. */
  static final int PERIOD = 4;

  /** Gathered text goes out when it is this long; in characters. */
  static final int PIECE = 8192;

  /** Gathered text goes out when it is this old; in milliseconds. */
  static final int AGE = 40;

  /** How often the reader learns how much was left out; in milliseconds. */
  static final int REPORT = 200;

  private final DoubleSupplier clock;
  private final Consumer<FromKernel> host;
  private final StringBuilder held = new StringBuilder();
  private String heldName = "";
  private final int run;
  private final OutputGates.Later later;
  private double credits = BURST;
  private double creditedAt;
  private double heldSince;
  private double reportedAt;
  private int passed;
  private int leftOut;
  private int reported;
  private boolean closesLater;

  /**
   * @param clock the time in milliseconds
   */
  OutputGate(int run, DoubleSupplier clock, OutputGates.Later later, Consumer<FromKernel> host) {
    this.run = run;
    this.clock = clock;
    this.later = later;
    this.host = host;
    this.creditedAt = clock.getAsDouble();
  }

  /** Takes text that was written to the stream {@code name}. */
  void write(String name, String text) {
    int fits = Math.min(text.length(), MAX_CHARACTERS - passed);
    if (fits > 0) {
      pass(name, text.substring(0, fits));
    }
    if (fits < text.length()) {
      leaveOut(text.length() - fits);
    }
  }

  private void pass(String name, String text) {
    passed += text.length();
    if (!name.equals(heldName)) {
      flush();
    }
    double now = clock.getAsDouble();
    if (held.length() == 0) {
      heldSince = now;
    }
    heldName = name;
    held.append(text);
    if (held.length() >= PIECE || now - heldSince >= AGE || mayGo(now)) {
      flush();
    } else {
      closeLater();
    }
  }

  /** Takes any other output. */
  void show(Output output) {
    flush();
    host.accept(new FromKernel.Wrote(run, output));
  }

  /** Sends what is held. */
  void flush() {
    if (held.length() > 0) {
      String text = held.toString();
      held.setLength(0);
      host.accept(new FromKernel.Wrote(run, new Output.Stream(heldName, text)));
    }
  }

  /** Sends all that is still to be said of this run. */
  void close() {
    flush();
    report();
  }

  /** What is held goes out when nothing more is written, also after the end of the run. */
  private void closeLater() {
    if (!closesLater) {
      closesLater = true;
      later.run(
          () -> {
            closesLater = false;
            close();
          },
          AGE);
    }
  }

  private boolean mayGo(double now) {
    credits = Math.min(BURST, credits + (now - creditedAt) / PERIOD);
    creditedAt = now;
    if (credits < 1) {
      return false;
    }
    credits--;
    return true;
  }

  private void leaveOut(int characters) {
    leftOut += characters;
    double now = clock.getAsDouble();
    if (now - reportedAt >= REPORT) {
      reportedAt = now;
      flush();
      report();
    } else {
      closeLater();
    }
  }

  private void report() {
    if (leftOut > reported) {
      reported = leftOut;
      host.accept(new FromKernel.LeftOut(run, leftOut));
    }
  }
}
