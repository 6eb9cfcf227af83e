package vivarium.protocol;

import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;

/** What the kernel tells its host. */
public sealed interface FromKernel {
  /**
   * Python is up. The answer to {@link ToKernel.Boot}.
   *
   * @param python the version of Python, such as {@code 3.14.2}
   * @param restored whether it came from a memory image
   * @param milliseconds how long it took, in whole milliseconds
   */
  record Ready(String python, boolean restored, int milliseconds) implements FromKernel {}

  /**
   * Python could not be started; the kernel is of no further use. The other answer to {@link
   * ToKernel.Boot}.
   *
   * @param reason what went wrong, in a sentence for the reader
   */
  record BootFailed(String reason) implements FromKernel {}

  /**
   * Python broke down, with all its variables; the kernel is of no further use.
   *
   * @param reason what happened, in the engine's words
   */
  record Died(String reason) implements FromKernel {}

  /** A cell has begun to run. */
  record Started(int run) implements FromKernel {}

  /** A cell wrote something. Text is sent in the order written. */
  record Wrote(int run, Output output) implements FromKernel {}

  /**
   * Another value takes the place of those shown under a name, whichever cell showed them.
   *
   * @param displayId the name, not empty
   */
  record Updated(int run, String displayId, MimeBundle bundle) implements FromKernel {}

  /**
   * What a cell wrote so far in this run is to be taken away.
   *
   * @param waits whether it stays until the cell writes something else
   */
  record Cleared(int run, boolean waits) implements FromKernel {}

  /**
   * A cell writes more than the kernel passes on in one run. What is kept of its end follows later,
   * behind an exact count; until then this message, in place of the one before it, shows that the
   * cell goes on.
   *
   * @param leftOut how much does not go out for now
   * @param end the last of what was written, possibly empty
   */
  record Skipping(int run, Output.LeftOut leftOut, Output.Stream end) implements FromKernel {}

  /**
   * A cell waits for {@link ToKernel.Entered}.
   *
   * @param prompt what stands before the line to enter; it may be empty, and has no line ends
   * @param secret whether nobody should see what is entered
   */
  record Asked(int run, String prompt, boolean secret) implements FromKernel {}

  /** Python was told to end a cell: the answer to {@link ToKernel.Interrupt}. */
  record Interrupting(int run) implements FromKernel {}

  /**
   * A cell was ended by {@link ToKernel.Interrupt}; Python is as it left it.
   *
   * @param milliseconds how long it ran, in whole milliseconds
   */
  record Stopped(int run, int milliseconds) implements FromKernel {}

  /**
   * A cell has ended by itself.
   *
   * @param failed whether an exception ended it
   * @param milliseconds how long it ran, in whole milliseconds
   */
  record Finished(int run, boolean failed, int milliseconds) implements FromKernel {}

  /**
   * The answer to {@link ToKernel.Ask}.
   *
   * @param answer JSON from Python for the editor, which nobody on the way looks into; {@code null}
   *     when nothing is known
   */
  record Answered(int ask, String answer) implements FromKernel {}

  /**
   * What an object in Python says to the widgets that show it. Runs with a number below 0 belong to
   * widgets that show outputs, and no {@link ToKernel.Run} begins them.
   *
   * @param message JSON for the widgets, which nobody on the way looks into
   */
  record Comm(String message) implements FromKernel {}
}
