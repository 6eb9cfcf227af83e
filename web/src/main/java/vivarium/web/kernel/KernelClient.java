package vivarium.web.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSString;
import org.teavm.jso.workers.Worker;
import vivarium.model.json.JsonException;
import vivarium.model.text.Message;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;
import vivarium.web.text.PageTexts;

/** Starts the page's kernel in a worker, sends it cells, and ends it when the reader says stop. */
public final class KernelClient {
  /** A kernel that waits answers an interrupt at once; one that computes cannot. Milliseconds. */
  private static final int SILENCE = 200;

  /** After so many milliseconds it seldom answers any more, and the next Python gets ready. */
  private static final int DOUBT = 30;

  /** How long a cell may take to end when Python was told to end it. Milliseconds. */
  private static final int FAREWELL = 500;

  private final Supplier<Worker> workers;
  private final ToKernel.Boot boot;
  private final Runnable starting;
  private final Updates updates;
  private final Comms comms;
  private final Deque<Pending> waiting = new ArrayDeque<>();
  private final RunListeners listeners = new RunListeners();
  private final OpenQuestions questions = new OpenQuestions(this::send);
  private KernelState state = KernelState.OFF;
  private @Nullable KernelWorker worker;

  /** The next one, while it is not known whether the cell that was stopped ends by itself. */
  private @Nullable KernelWorker next;

  private @Nullable JSObject parts;
  private @Nullable Pending running;
  private int lastRun;
  private int starts;
  private int interrupted;

  /** A run that was asked for. */
  private record Pending(ToKernel.Run run, RunListener listener) {}

  /**
   * @param workers makes a new worker with a kernel in it
   * @param starting called when a kernel starts, to send the cells that come before all others
   */
  public KernelClient(
      Supplier<Worker> workers,
      ToKernel.Boot boot,
      Runnable starting,
      Updates updates,
      Comms comms) {
    this.workers = workers;
    this.boot = boot;
    this.starting = starting;
    this.updates = updates;
    this.comms = comms;
  }

  public KernelState state() {
    return state;
  }

  /** How often Python was started. */
  public int starts() {
    return starts;
  }

  /** Starts Python, unless it is up or on its way. */
  public void start() {
    if (worker != null) {
      return;
    }
    starts++;
    PageEvents.mark("viv:boot-start");
    KernelWorker started = next == null ? begin() : next;
    worker = started;
    next = null;
    enter(KernelState.STARTING);
    starting.run();
    started.listen(
        new KernelWorker.Listener() {
          @Override
          public void said(JSObject message) {
            if (worker == started) {
              receive(message);
            }
          }

          @Override
          public void broken() {
            if (worker == started) {
              failed(PageTexts.of(Message.NOT_LOADED));
            }
          }
        });
  }

  private KernelWorker begin() {
    KernelWorker begun = new KernelWorker(workers.get());
    if (parts != null) {
      begun.send(parts);
    }
    send(boot, begun);
    return begun;
  }

  /** Runs a cell, after those that were asked for before; starts Python when it is not up. */
  public void run(String cell, String env, String code, String figures, RunListener listener) {
    start();
    waiting.add(new Pending(new ToKernel.Run(++lastRun, cell, env, code, figures), listener));
    runNext();
  }

  /**
   * Asks Python about code that is being written, see {@link ToKernel.Ask}. It is never started for
   * that, and nobody waits for a cell that keeps it busy.
   */
  public void ask(String about, String code, int caret, String env, Answer answer) {
    if (state == KernelState.READY) {
      questions.ask(about, code, caret, env, answer);
    } else {
      answer.take(OpenQuestions.BUSY);
    }
  }

  /**
   * Takes back the run of {@code listener}. When it has begun, Python is told to end it; if it does
   * not at once, Python is ended.
   */
  public void stop(RunListener listener) {
    if (waiting.removeIf(pending -> pending.listener() == listener)) {
      listener.cancelled();
    } else if (running == null || running.listener() != listener) {
      return; // It has ended.
    } else if (state == KernelState.READY) {
      int run = running.run().run();
      send(new ToKernel.Interrupt(run));
      if (!isIsolated()) {
        Window.setTimeout(() -> beginNextUnless(interrupted == run, run), DOUBT);
      }
      Window.setTimeout(
          () -> stopUnless(interrupted == run, run), isIsolated() ? FAREWELL : SILENCE);
    } else {
      stop();
    }
  }

  /** Whether Stop also reaches a kernel that computes: through memory shared with it. */
  @JSBody(script = "return self.crossOriginIsolated === true;")
  private static native boolean isIsolated();

  private void beginNextUnless(boolean isEnding, int run) {
    if (!isEnding && isRunning(run) && next == null) {
      next = begin();
    }
  }

  private void stopUnless(boolean isEnding, int run) {
    if (!isEnding && isRunning(run)) {
      stop();
    }
  }

  private boolean isRunning(int run) {
    return running != null && running.run().run() == run;
  }

  /** Answers the run that asked with a line, or with the end of input. */
  public void enter(Optional<String> text) {
    if (running != null) {
      send(new ToKernel.Entered(running.run().run(), text));
    }
  }

  /** Passes on what a widget says to its object in Python. */
  public void tell(String message) {
    send(new ToKernel.Comm(message));
  }

  /** Ends Python at once, with all its variables, and starts a new one. */
  public void stop() {
    if (worker != null) {
      end(KernelState.OFF, listener -> listener.stopped(false));
      start();
    }
  }

  /** The kernel is sent one run at a time, so that those that wait can be taken back. */
  private void runNext() {
    if (running == null && !waiting.isEmpty()) {
      running = waiting.remove();
      listeners.add(running.run().run(), running.listener());
      send(running.run());
    }
  }

  private void send(ToKernel message) {
    if (worker != null) {
      send(message, worker);
    }
  }

  private static void send(ToKernel message, KernelWorker worker) {
    worker.send(JSString.valueOf(ProtocolCodec.write(message)));
  }

  /** What is no text is what the next worker of the page should be given. */
  private void receive(JSObject data) {
    if (data instanceof JSString text) {
      FromKernel message;
      try {
        message = ProtocolCodec.readFromKernel(text.stringValue());
      } catch (JsonException e) {
        message = new FromKernel.Died("Python said what is no message: " + e.getMessage());
      }
      receive(message);
    } else {
      parts = data;
    }
  }

  private void receive(FromKernel message) {
    if (message instanceof FromKernel.Ready ready) {
      PageEvents.mark("viv:engine-ready");
      state = KernelState.READY;
      String source = ready.restored() ? "image" : "plain";
      PageEvents.kernel(state.word(), source, ready.milliseconds());
    } else if (message instanceof FromKernel.BootFailed failure) {
      failed(failure.reason());
    } else if (message instanceof FromKernel.Died died) {
      // Not started anew by itself: a setup cell may be what breaks it down, again and again.
      end(KernelState.OFF, listener -> listener.died(died.reason()));
    } else if (message instanceof FromKernel.Answered answered) {
      questions.answered(answered);
    } else if (message instanceof FromKernel.Comm comm) {
      comms.heard(comm.message());
    } else if (message instanceof FromKernel.Started started) {
      listeners.tell(started.run(), RunListener::started);
    } else if (message instanceof FromKernel.Wrote wrote) {
      tell(wrote.run(), listener -> listener.wrote(wrote.output()));
    } else if (message instanceof FromKernel.Updated updated) {
      updates.update(updated.displayId(), updated.bundle());
    } else if (message instanceof FromKernel.Cleared cleared) {
      tell(cleared.run(), listener -> listener.cleared(cleared.waits()));
    } else if (message instanceof FromKernel.Skipping skipping) {
      tell(skipping.run(), listener -> listener.skipping(skipping.leftOut(), skipping.end()));
    } else if (message instanceof FromKernel.Asked asked) {
      listeners.tell(asked.run(), listener -> listener.asked(asked.prompt(), asked.secret()));
    } else if (message instanceof FromKernel.Interrupting interrupting) {
      int run = interrupting.run();
      interrupted = run;
      Window.setTimeout(() -> stopUnless(false, run), FAREWELL);
    } else if (message instanceof FromKernel.Stopped stopped) {
      ended(stopped.run(), listener -> listener.stopped(true));
    } else if (message instanceof FromKernel.Finished finished) {
      ended(
          finished.run(),
          listener -> listener.finished(finished.failed(), finished.milliseconds()));
    }
  }

  /** Runs below 0 are those of widgets that show outputs. */
  private void tell(int run, Consumer<RunListener> message) {
    if (run < 0) {
      message.accept(comms.outputs(run));
    } else {
      listeners.tell(run, message);
    }
  }

  private void ended(int run, Consumer<RunListener> message) {
    running = null;
    if (next != null) {
      next.end();
      next = null;
    }
    listeners.tell(run, message);
    runNext();
  }

  private void failed(String reason) {
    end(KernelState.FAILED, listener -> listener.unavailable(reason));
  }

  /** Ends the worker and tells all who wait for it. */
  private void end(KernelState next, Consumer<RunListener> tell) {
    if (worker != null) {
      worker.end();
      worker = null;
    }
    List<Pending> ended = new ArrayList<>(waiting);
    waiting.clear();
    if (running != null) {
      ended.add(0, running);
      running = null;
    }
    listeners.clear();
    questions.end();
    comms.end();
    enter(next);
    ended.forEach(pending -> tell.accept(pending.listener()));
  }

  private void enter(KernelState next) {
    state = next;
    PageEvents.kernel(next.word(), "", 0);
  }
}
