package vivarium.web.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Who hears of the latest runs: tasks that a cell left behind may write when it has ended. */
final class RunListeners {
  /** In a page with more, the oldest are heard of no more. */
  private static final int MOST = 256;

  private final Map<Integer, RunListener> listeners = new LinkedHashMap<>();

  void add(int run, RunListener listener) {
    listeners.put(run, listener);
    if (listeners.size() > MOST) {
      listeners.remove(listeners.keySet().iterator().next());
    }
  }

  /** What is said of a run that was forgotten long ago is said to nobody. */
  void tell(int run, Consumer<RunListener> message) {
    RunListener listener = listeners.get(run);
    if (listener != null) {
      message.accept(listener);
    }
  }

  void clear() {
    listeners.clear();
  }
}
