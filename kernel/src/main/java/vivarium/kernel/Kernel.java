package vivarium.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import vivarium.kernel.pyodide.Cells;
import vivarium.kernel.pyodide.Pyodide;
import vivarium.kernel.pyodide.Questions;
import vivarium.kernel.pyodide.Starter;
import vivarium.kernel.pyodide.Wheels;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;

/** One interpreter. Cells that are asked for before it is up, or while another runs, wait. */
final class Kernel {
  private static final String NO_PACKAGES = "[]";

  private final Starter starter;
  private final DoubleSupplier clock;
  private final Consumer<FromKernel> host;
  private final OutputGates gates;
  private final Deque<ToKernel.Run> waiting = new ArrayDeque<>();
  private @Nullable Cells cells;
  private @Nullable Questions questions;

  /** The number of the run that goes on, else 0. */
  private int running;

  private boolean broken;

  /**
   * @param clock the time in milliseconds
   * @param host takes what the kernel has to say
   */
  Kernel(
      Starter starter, DoubleSupplier clock, OutputGates.Later later, Consumer<FromKernel> host) {
    this.starter = starter;
    this.clock = clock;
    this.host = host;
    this.gates = new OutputGates(clock, later, host);
  }

  /** Takes a message from the host. */
  void receive(ToKernel message) {
    if (message instanceof ToKernel.Boot boot) {
      boot(boot);
    } else if (message instanceof ToKernel.Run run) {
      waiting.add(run);
      runNext();
    } else if (message instanceof ToKernel.Entered entered) {
      enter(entered);
    } else if (message instanceof ToKernel.Interrupt interrupt) {
      interrupt(interrupt.run());
    } else if (message instanceof ToKernel.Ask ask) {
      answer(ask);
    } else if (message instanceof ToKernel.Comm comm && cells != null) {
      cells.hear(comm.message());
    }
  }

  private void enter(ToKernel.Entered entered) {
    if (cells != null && running == entered.run()) {
      entered.text().ifPresentOrElse(cells::entered, cells::endInput);
    }
  }

  private void interrupt(int run) {
    if (waiting.removeIf(waits -> waits.run() == run)) {
      host.accept(new FromKernel.Stopped(run, 0));
    } else if (cells != null && running == run) {
      host.accept(new FromKernel.Interrupting(run));
      cells.interrupt();
    }
  }

  /** At once: while a cell waits, Python is free. Before it is up, nothing is known. */
  private void answer(ToKernel.Ask ask) {
    Questions asked = questions;
    String answer =
        asked == null ? "null" : asked.answer(ask.about(), ask.code(), ask.caret(), ask.env());
    host.accept(new FromKernel.Answered(ask.ask(), answer));
  }

  private void boot(ToKernel.Boot boot) {
    double start = clock.getAsDouble();
    Wheels wheels = Pyodide.wheels(boot.packages(), boot.image().isEmpty());
    starter
        .start(boot.engine(), boot.image(), boot.files())
        .flatThen(started -> complete(started, boot.python()))
        .flatThen(started -> withPackages(started, boot.packages(), wheels))
        .then(started -> ready(started, start))
        .catchError(
            reason -> {
              host.accept(new FromKernel.BootFailed(Pyodide.reason(reason)));
              return JSUndefined.instance();
            });
  }

  /** Something failed that nobody waited for; before Python is up, it will never be. */
  void failed(JSObject thrown) {
    if (broken) {
      return;
    }
    if (cells == null) {
      host.accept(new FromKernel.BootFailed(Pyodide.reason(thrown)));
    } else {
      cells.lost(thrown);
    }
  }

  /** Gives an interpreter the Python side, which one that came from an image has already. */
  private static JSPromise<Starter.Started> complete(Starter.Started started, String wheel) {
    if (started.isRestored()) {
      started.pyodide().resume();
      return JSPromise.resolve(started);
    }
    return Pyodide.fetch(wheel)
        .then(
            bytes -> {
              started.pyodide().unpackWheel(bytes);
              return started;
            });
  }

  private static JSPromise<Starter.Started> withPackages(
      Starter.Started started, String packages, Wheels wheels) {
    return packages.equals(NO_PACKAGES)
        ? JSPromise.resolve(started)
        : started.pyodide().offer(packages, wheels, started).then(done -> started);
  }

  private JSObject ready(Starter.Started begun, double start) {
    Pyodide pyodide = begun.pyodide();
    pyodide.onFatal(
        reason -> {
          broken = true;
          host.accept(new FromKernel.Died(Pyodide.lastLine(reason)));
        });
    Cells started = pyodide.cells();
    started.start(this::write, this::show, this::ask, this::tell);
    cells = started;
    questions = pyodide.questions();
    host.accept(new FromKernel.Ready(pyodide.pythonVersion(), begun.isRestored(), since(start)));
    runNext();
    return JSUndefined.instance();
  }

  /** Before the first run, output is of no cell. */
  private void write(int run, String name, JSObject text) {
    if (run != 0 && JSObjects.isUndefined(text)) {
      gates.of(run).flush();
    } else if (run != 0) {
      gates.of(run).write(name, Cells.text(text));
    }
  }

  private void show(int run, String output) {
    if (run != 0) {
      gates.of(run).show(ProtocolCodec.readShown(run, output));
    }
  }

  private void tell(String message) {
    host.accept(new FromKernel.Comm(message));
  }

  private void ask(String prompt, boolean secret) {
    gates.of(running).flush();
    host.accept(new FromKernel.Asked(running, prompt, secret));
  }

  private void runNext() {
    Cells python = cells;
    if (python == null || running != 0 || waiting.isEmpty()) {
      return;
    }
    ToKernel.Run run = waiting.remove();
    running = run.run();
    double start = clock.getAsDouble();
    host.accept(new FromKernel.Started(run.run()));
    python
        .execute(run.run(), run.code(), run.cell(), run.env(), run.figures())
        .then(
            ending -> {
              gates.end(run.run());
              running = 0;
              host.accept(end(run.run(), Cells.text(ending), since(start)));
              runNext();
              return JSUndefined.instance();
            })
        .catchError(
            reason -> {
              host.accept(new FromKernel.Died(Pyodide.reason(reason)));
              return JSUndefined.instance();
            });
  }

  private static FromKernel end(int run, String ending, int milliseconds) {
    return ending.equals("stopped")
        ? new FromKernel.Stopped(run, milliseconds)
        : new FromKernel.Finished(run, ending.equals("failed"), milliseconds);
  }

  private int since(double start) {
    return (int) Math.round(clock.getAsDouble() - start);
  }
}
