package vivarium.web.kernel;

import vivarium.model.output.Output;

/** Learns what becomes of one run of a cell. */
public interface RunListener {
  /** The cell has begun. */
  void started();

  /** The cell wrote something. */
  void wrote(Output output);

  /** What the cell wrote goes: now, or when it {@code waits}, with the next that it writes. */
  void cleared(boolean waits);

  /** The cell writes too much: what it writes now ends so, and so much is left out for now. */
  void skipping(Output.LeftOut leftOut, Output.Stream end);

  /** The cell has ended; {@code milliseconds} is how long it ran. */
  void finished(boolean failed, int milliseconds);

  /** The cell waits for {@link KernelClient#enter}. */
  void asked(String prompt, boolean secret);

  /**
   * The reader's Stop, or a time limit, ended the cell.
   *
   * @param kept whether Python goes on with all its variables; else it was started anew
   */
  void stopped(boolean kept);

  /** The cell was taken back before it began. */
  void cancelled();

  /** Python broke down before the cell came to its end. */
  void died(String reason);

  /** Python could not be started; {@code reason} is a sentence. */
  void unavailable(String reason);
}
