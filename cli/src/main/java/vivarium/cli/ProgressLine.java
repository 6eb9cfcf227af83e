package vivarium.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import vivarium.site.Progress;

/** Shows how far a build has come, on one line of a terminal, when it takes long. */
final class ProgressLine implements Progress {
  private static final long PATIENCE = Duration.ofSeconds(1).toMillis();

  /** Often enough to look alive; a terminal over a network is slow. */
  private static final long BETWEEN = Duration.ofMillis(100).toMillis();

  /** Fits every terminal; a longer line would wrap and could not be rewritten. */
  private static final int WIDTH = 79;

  private static final String REWRITE = "\r\u001b[2K";

  private final PrintStream err;
  private final boolean shown;
  private final Clock clock;
  private long next;
  private boolean dirty;
  private int documents;

  ProgressLine(Surroundings surroundings, boolean quiet) {
    this.err = surroundings.err();
    this.shown = surroundings.terminal() && !quiet;
    this.clock = surroundings.clock();
    this.next = clock.millis() + PATIENCE;
  }

  @Override
  public synchronized void step(int done, int total, String what) {
    documents = total;
    show("Rendering", done + 1, total, what);
  }

  @Override
  public synchronized void running(int done, int total, String what) {
    show("Ran", done, total, what);
  }

  /** Shows on the same line how far something else has come, after a word such as "Measuring". */
  Progress saying(String word) {
    return (done, total, what) -> show(word, done + 1, total, what);
  }

  private void show(String word, int number, int total, String what) {
    say(word + " " + number + "/" + total + " " + what);
  }

  /** Shows on the same line what is done just now. */
  synchronized void say(String line) {
    if (!shown || clock.millis() < next) {
      return;
    }
    next = clock.millis() + BETWEEN;
    err.print(REWRITE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
    err.flush();
    dirty = true;
  }

  /** Takes the line away, so that something else can be printed; the next build starts afresh. */
  synchronized void clear() {
    if (dirty) {
      err.print(REWRITE);
      err.flush();
      dirty = false;
    }
    next = clock.millis() + PATIENCE;
  }

  /** How many documents the last build had. */
  synchronized int documents() {
    return documents;
  }
}
