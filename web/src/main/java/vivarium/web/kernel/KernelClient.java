package vivarium.web.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSString;
import org.teavm.jso.workers.Worker;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;

/** Starts the page's kernel in a worker, sends it cells, and ends it when the reader says stop. */
public final class KernelClient {
  private final Supplier<Worker> workers;
  private final ToKernel.Boot boot;
  private final Runnable starting;
  private final Map<Integer, RunListener> runs = new LinkedHashMap<>();
  private KernelState state = KernelState.OFF;
  private @Nullable Worker worker;
  private @Nullable RunListener lastListener;
  private int lastRun;

  /**
   * @param workers makes a new worker with a kernel in it
   * @param starting called when a kernel starts, to send the cells that come before all others
   */
  public KernelClient(Supplier<Worker> workers, ToKernel.Boot boot, Runnable starting) {
    this.workers = workers;
    this.boot = boot;
    this.starting = starting;
  }

  public KernelState state() {
    return state;
  }

  /** Starts Python, unless it is up or on its way. */
  public void start() {
    if (worker != null) {
      return;
    }
    PageEvents.mark("viv:boot-start");
    Worker started = workers.get();
    worker = started;
    started.onMessage(
        event -> {
          if (worker == started) {
            receive(ProtocolCodec.readFromKernel(((JSString) event.getData()).stringValue()));
          }
        });
    started.onError(
        event -> {
          if (worker == started) {
            failed("Its files could not be loaded");
          }
        });
    enter(KernelState.STARTING, 0);
    send(boot);
    starting.run();
  }

  /** Runs a cell, after those that were asked for before; starts Python when it is not up. */
  public void run(String cell, String env, String code, RunListener listener) {
    start();
    int run = ++lastRun;
    runs.put(run, listener);
    send(new ToKernel.Run(run, cell, env, code));
  }

  /** Ends Python at once, with all its variables, and starts a new one. */
  public void stop() {
    if (worker == null) {
      return;
    }
    end();
    enter(KernelState.OFF, 0);
    for (RunListener listener : takeRuns()) {
      listener.stopped();
    }
    start();
  }

  private void send(ToKernel message) {
    if (worker != null) {
      worker.postMessage(JSString.valueOf(ProtocolCodec.write(message)));
    }
  }

  private void receive(FromKernel message) {
    if (message instanceof FromKernel.Ready ready) {
      PageEvents.mark("viv:engine-ready");
      enter(KernelState.READY, ready.milliseconds());
    } else if (message instanceof FromKernel.BootFailed failure) {
      failed(failure.reason());
    } else if (message instanceof FromKernel.Started started) {
      listener(started.run()).started();
    } else if (message instanceof FromKernel.Wrote wrote) {
      listener(wrote.run()).wrote(wrote.output());
    } else if (message instanceof FromKernel.LeftOut leftOut) {
      listener(leftOut.run()).leftOut(leftOut.characters());
    } else if (message instanceof FromKernel.Finished finished) {
      RunListener listener = listener(finished.run());
      runs.remove(finished.run());
      lastListener = listener;
      listener.finished(finished.failed(), finished.milliseconds());
    }
  }

  /** A task that a cell left behind may still write when the cell has ended. */
  private RunListener listener(int run) {
    RunListener listener = runs.getOrDefault(run, lastListener);
    if (listener == null) {
      throw new IllegalStateException("the kernel answers a run that was never asked for: " + run);
    }
    return listener;
  }

  private void failed(String reason) {
    end();
    enter(KernelState.FAILED, 0);
    for (RunListener listener : takeRuns()) {
      listener.unavailable(reason);
    }
  }

  private void end() {
    if (worker != null) {
      worker.terminate();
      worker = null;
    }
  }

  private List<RunListener> takeRuns() {
    List<RunListener> taken = new ArrayList<>(runs.values());
    runs.clear();
    return taken;
  }

  private void enter(KernelState next, int milliseconds) {
    state = next;
    PageEvents.kernel(next.word(), milliseconds);
  }
}
