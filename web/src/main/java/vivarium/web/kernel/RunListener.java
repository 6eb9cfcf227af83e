package vivarium.web.kernel;

import vivarium.model.output.Output;

/** Learns what becomes of one run of a cell. */
public interface RunListener {
  /** The cell has begun. */
  void started();

  /** The cell wrote something. */
  void wrote(Output output);

  /** This many characters, in all so far, were left out since the cell wrote too much. */
  void leftOut(int characters);

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
