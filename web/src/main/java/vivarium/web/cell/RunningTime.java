package vivarium.web.cell;

import java.util.function.IntConsumer;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;

/** How long a cell runs, without the time in which it waits for the reader. */
final class RunningTime {
  private static final int SECOND = 1000;

  private final double limit;
  private final Runnable onLimit;
  private final IntConsumer onSecond;
  private double spent;
  private double since;
  private boolean isPassing;
  private int limitTimer;
  private int secondTimer;

  /**
   * @param limit how long a run may take, in milliseconds; 0 for any time
   * @param onLimit called when a run has taken as long as it may
   * @param onSecond told how many seconds have passed, and 0 at the end
   */
  RunningTime(double limit, Runnable onLimit, IntConsumer onSecond) {
    this.limit = limit;
    this.onLimit = onLimit;
    this.onSecond = onSecond;
  }

  /** A run begins. */
  void start() {
    end();
    goOn();
  }

  /** The run goes on after a {@link #pause}. */
  void goOn() {
    if (isPassing) {
      return;
    }
    isPassing = true;
    since = Performance.now();
    secondTimer = Window.setInterval(() -> onSecond.accept((int) (passed() / SECOND)), SECOND);
    if (limit > 0) {
      limitTimer = Window.setTimeout(onLimit::run, Math.max(0, limit - spent));
    }
  }

  /** The run waits for the reader. */
  void pause() {
    if (isPassing) {
      spent = passed();
      isPassing = false;
      Window.clearInterval(secondTimer);
      Window.clearTimeout(limitTimer);
    }
  }

  /** The run has ended. */
  void end() {
    pause();
    spent = 0;
    onSecond.accept(0);
  }

  private double passed() {
    return spent + Performance.now() - since;
  }
}
