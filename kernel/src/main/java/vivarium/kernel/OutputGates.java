package vivarium.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import vivarium.protocol.FromKernel;

/**
 * A gate for each run that writes: tasks of earlier runs may do so while a later one goes on. Those
 * that have been silent longest are forgotten; one that speaks again has a new gate.
 */
final class OutputGates {
  /** How many runs are kept in mind. */
  static final int MOST = 32;

  private final DoubleSupplier clock;
  private final Later later;
  private final Consumer<FromKernel> host;
  private final Outbox outbox;
  private final Map<Integer, OutputGate> gates = new LinkedHashMap<>(16, 0.75f, true);

  /** Does something when what goes on now has come to its end. */
  interface Later {
    void run(Runnable action, int milliseconds);
  }

  /**
   * @param clock the time in milliseconds
   */
  OutputGates(DoubleSupplier clock, Later later, Consumer<FromKernel> host) {
    this.clock = clock;
    this.later = later;
    this.host = host;
    this.outbox = new Outbox(clock, host);
  }

  /** The gate of a run. */
  OutputGate of(int run) {
    OutputGate gate = gates.get(run);
    if (gate == null) {
      gate = new OutputGate(run, clock, later, outbox, host);
      gates.put(run, gate);
      if (run < 0) {
        gate.end(); // A widget's: nobody says when what is written in it is complete.
      }
      if (gates.size() > MOST) {
        forget(gates.keySet().iterator().next());
      }
    }
    return gate;
  }

  /**
   * A run has come to its end. All that was written until then goes out, also what tasks of earlier
   * runs wrote: when a site is built, this may be the last run.
   */
  void end(int run) {
    of(run).end();
    gates.values().forEach(OutputGate::close);
  }

  private void forget(int run) {
    OutputGate gate = gates.remove(run);
    if (gate != null) {
      gate.close();
    }
  }
}
