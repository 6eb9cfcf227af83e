package vivarium.web.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.workers.Worker;

/** A worker with a kernel in it. What it says before somebody listens is kept. */
final class KernelWorker {
  private final Worker worker;
  private final List<JSObject> said = new ArrayList<>();
  private boolean isBroken;
  private @Nullable Listener listener;

  /** Hears of everything from the beginning. */
  interface Listener {
    void said(JSObject message);

    /** The worker's script could not be loaded. */
    void broken();
  }

  KernelWorker(Worker worker) {
    this.worker = worker;
    worker.onMessage(event -> hear(event.getData()));
    worker.onError(event -> breakDown());
  }

  void listen(Listener listener) {
    this.listener = listener;
    said.forEach(listener::said);
    said.clear();
    if (isBroken) {
      listener.broken();
    }
  }

  void send(JSObject message) {
    worker.postMessage(message);
  }

  void end() {
    worker.terminate();
  }

  private void hear(JSObject message) {
    if (listener == null) {
      said.add(message);
    } else {
      listener.said(message);
    }
  }

  private void breakDown() {
    isBroken = true;
    if (listener != null) {
      listener.broken();
    }
  }
}
