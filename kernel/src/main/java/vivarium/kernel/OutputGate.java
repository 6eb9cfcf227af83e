package vivarium.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.protocol.FromKernel;

/**
 * What a run writes passes here on its way to the host. Of a run that writes too much, the
 * beginning and the end go out, with an exact count of what was between them.
 */
final class OutputGate {
  /** More text than anyone reads below a cell, and little enough for a phone; in characters. */
  static final int HEAD = 100_000;

  /** As much again of the end; in characters. */
  static final int TAIL = 100_000;

  /** What is kept of the end when a run has several ends, between values; in characters. */
  static final int LEAST_TAIL = 4000;

  /** How many values of {@code display} a run may show. */
  static final int MOST_DISPLAYS = 1000;

  /** How large they may be, all together; in characters. */
  static final int MOST_DISPLAYED = 50_000_000;

  /**
   * How much text may be overwritten, by carriage returns, without being counted: a bar that a
   * program draws again and again is one line. In characters.
   */
  static final int MOST_OVERWRITTEN = 2_000_000;

  /** How often the reader learns how much is being left out; in milliseconds. */
  static final int REPORT = 200;

  private final DoubleSupplier clock;
  private final Consumer<FromKernel> host;
  private final OutputGates.Later later;
  private final Outbox outbox;
  private final int run;
  private int passed;
  private int line;
  private int overwritten;
  private int displays;
  private int displayed;
  private int tailLeft = TAIL;
  private @Nullable Tail tail;
  private double reportedAt;
  private boolean unreported;
  private boolean hasEnded;
  private boolean sendsLater;

  /**
   * @param clock the time in milliseconds
   * @param outbox what the host is sent by all runs, in the order written
   */
  OutputGate(
      int run,
      DoubleSupplier clock,
      OutputGates.Later later,
      Outbox outbox,
      Consumer<FromKernel> host) {
    this.run = run;
    this.clock = clock;
    this.later = later;
    this.host = host;
    this.outbox = outbox;
  }

  private void begin() {
    passed = 0;
    line = 0;
    overwritten = 0;
    displays = 0;
    displayed = 0;
    tailLeft = TAIL;
  }

  /** Takes text that was written to the stream {@code name}. */
  void write(String name, String text) {
    Tail end = tail;
    if (end == null) {
      if (text.length() <= HEAD - passed) {
        pass(name, text);
        return;
      }
      int cut = cut(text, HEAD - passed);
      if (cut > 0) {
        pass(name, text.substring(0, cut));
      }
      passed = HEAD;
      end = beginTail();
      end.add(name, text.substring(cut));
    } else {
      end.add(name, text);
    }
    reportNowAndThen();
  }

  private void pass(String name, String text) {
    passed += cost(text);
    outbox.write(run, name, text);
    if (outbox.isHolding()) {
      sendLater();
    }
  }

  /** How much of the text counts: that which does not overwrite text before it. */
  private int cost(String text) {
    int overwritingBefore = overwritten;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line = 0;
      } else if (c != '\r') {
        line++;
      } else if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
        overwritten += Math.min(line, MOST_OVERWRITTEN - overwritten);
        line = 0;
      }
    }
    return text.length() - (overwritten - overwritingBefore);
  }

  /** Where to cut a text of which {@code fits} characters fit: after a line, if there is one. */
  private static int cut(String text, int fits) {
    int line = text.lastIndexOf('\n', fits - 1) + 1;
    if (line > 0) {
      return line;
    }
    boolean isHalf = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
    return isHalf ? fits - 1 : fits;
  }

  /** Takes any other output, and what becomes of earlier ones. */
  void show(FromKernel shown) {
    if (shown instanceof FromKernel.Updated updated) {
      add(shown, size(updated.bundle()));
      return;
    }
    int size = 0;
    if (shown instanceof FromKernel.Wrote wrote
        && wrote.output() instanceof Output.Display display) {
      size = size(display.bundle());
      if (displays == MOST_DISPLAYS || size > MOST_DISPLAYED - displayed) {
        (tail == null ? beginTail() : tail).leaveOutDisplay();
        reportNowAndThen();
        return;
      }
      displays++;
      displayed += size;
    }
    endTail();
    add(shown, size);
    if (shown instanceof FromKernel.Cleared) {
      begin();
    }
  }

  private static int size(MimeBundle bundle) {
    int size = 0;
    for (String form : bundle.data().values()) {
      size += form.length();
    }
    return size;
  }

  /** Sends what is held. */
  void flush() {
    outbox.flush();
    if (unreported) {
      report();
    }
  }

  /** Sends all that is still to be said of this run. */
  void close() {
    endTail();
    outbox.flush();
  }

  /** The run has come to its end; what it left behind may still write. */
  void end() {
    hasEnded = true;
    close();
  }

  /** What is held goes out when nothing more is written, also after the end of the run. */
  private void sendLater() {
    if (!sendsLater) {
      sendsLater = true;
      later.run(
          () -> {
            sendsLater = false;
            send();
          },
          tail == null ? Outbox.AGE : REPORT);
    }
  }

  /** After the run's end nobody says that the text is complete: what fits goes out as it comes. */
  private void send() {
    Tail current = tail;
    if (hasEnded
        && current != null
        && !current.isCut()
        && current.kept() <= tailLeft - LEAST_TAIL) {
      close();
    } else {
      flush();
    }
  }

  private void add(FromKernel message, int size) {
    outbox.add(message, size);
    if (outbox.isHolding()) {
      sendLater();
    }
  }

  private Tail beginTail() {
    Tail begun = new Tail(tailLeft);
    tail = begun;
    return begun;
  }

  private void endTail() {
    Tail ended = tail;
    if (ended == null) {
      return;
    }
    tail = null;
    unreported = false;
    boolean isCut = ended.isCut();
    List<Output.Stream> outputs = ended.outputs();
    if (isCut) {
      outbox.add(new FromKernel.Wrote(run, ended.leftOut()), 0);
    }
    for (Output.Stream output : outputs) {
      outbox.write(run, output.name(), output.text());
    }
    tailLeft = Math.max(LEAST_TAIL, tailLeft - ended.kept());
  }

  private void reportNowAndThen() {
    unreported = true;
    if (clock.getAsDouble() - reportedAt >= REPORT) {
      outbox.flush();
      report();
    }
    if (unreported || hasEnded) {
      sendLater();
    }
  }

  private void report() {
    Tail current = tail;
    if (current != null) {
      reportedAt = clock.getAsDouble();
      unreported = false;
      Output.Stream excerpt = current.excerpt();
      host.accept(new FromKernel.Skipping(run, current.unseen(excerpt), excerpt));
    }
  }
}
