package vivarium.web.kernel;

import java.util.List;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import vivarium.model.output.Output;
import vivarium.protocol.ProtocolCodec;

/** A run that a script of the page asked for: it hears of everything, and nothing is shown. */
public final class ScriptRun implements RunListener {
  private final Listener listener;
  private final Runnable endInput;

  /** Hears of a run. */
  @JSFunctor
  public interface Listener extends JSObject {
    /**
     * Something came of the run.
     *
     * @param event {@code output}, {@code clear}, or how the run has ended: {@code done}, {@code
     *     failed}, {@code stopped}
     * @param text the output, in a list of one in the notebook format; {@code wait} when what was
     *     written goes with the next output; or why Python could not run
     * @param milliseconds how long it ran
     */
    void event(String event, String text, int milliseconds);
  }

  /**
   * @param endInput answers a question of the code with the end of input
   */
  public ScriptRun(Listener listener, Runnable endInput) {
    this.endInput = endInput;
    this.listener = listener;
  }

  @Override
  public void started() {}

  @Override
  public void wrote(Output output) {
    listener.event("output", ProtocolCodec.writeOutputs(List.of(output)).text(), 0);
  }

  @Override
  public void cleared(boolean waits) {
    listener.event("clear", waits ? "wait" : "", 0);
  }

  @Override
  public void skipping(Output.LeftOut leftOut, Output.Stream end) {}

  @Override
  public void finished(boolean failed, int milliseconds) {
    listener.event(failed ? "failed" : "done", "", milliseconds);
  }

  @Override
  public void asked(String prompt, boolean secret) {
    endInput.run(); // There is no one to ask.
  }

  @Override
  public void stopped(boolean kept) {
    listener.event("stopped", "", 0);
  }

  @Override
  public void cancelled() {
    listener.event("stopped", "", 0);
  }

  @Override
  public void died(String reason) {
    listener.event("stopped", reason, 0);
  }

  @Override
  public void unavailable(String reason) {
    listener.event("failed", reason, 0);
  }
}
