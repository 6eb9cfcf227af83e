package vivarium.protocol;

import java.util.Optional;

/** What a host tells the kernel. */
public sealed interface ToKernel {
  /**
   * Start Python. The first message, sent once.
   *
   * @param engine the URL of the folder that holds {@code pyodide.mjs} and its files, ending in
   *     {@code /}
   * @param python the URL of the wheel that holds Vivarium's Python side
   * @param image the URL of a memory image to start from; empty to start from nothing. An image
   *     that cannot be used is no reason to fail: Python starts from nothing then
   * @param packages the packages that cells may import, and the indexes from which they may install
   *     more, a JSON list which the Python side reads
   * @param files the files that cells find, a JSON object which the starter reads; empty for none
   */
  record Boot(String engine, String python, String image, String packages, String files)
      implements ToKernel {}

  /**
   * Run a cell. Cells run one at a time, in the order asked for.
   *
   * @param run a number the host chose, 1 or more; every answer to this message carries it
   * @param cell the cell's id, which names it in tracebacks
   * @param env the name of the environment whose variables it sees
   * @param code Python source
   * @param figures how figures are shown, {@code svg} or {@code png}; empty when the cell does not
   *     say
   */
  record Run(int run, String cell, String env, String code, String figures) implements ToKernel {
    /** A cell that does not say how figures are shown. */
    public Run(int run, String cell, String env, String code) {
      this(run, cell, env, code, "");
    }
  }

  /**
   * What the reader entered; the answer to {@link FromKernel.Asked}.
   *
   * @param text a line without its end; empty where there is no more input
   */
  record Entered(int run, Optional<String> text) implements ToKernel {}

  /**
   * End a run, and keep what Python knows. A kernel that can take this message answers {@link
   * FromKernel.Interrupting} at once, which is no promise that the cell ends.
   */
  record Interrupt(int run) implements ToKernel {}

  /**
   * Tell what is known of code that is being written. Answered as soon as Python is free, also
   * between two steps of a cell that waits; nothing of the reader's is run for it.
   *
   * @param ask a number the host chose; {@link FromKernel.Answered} carries it
   * @param about what is asked for: {@code completion}, {@code signature}, {@code documentation},
   *     {@code hover} or {@code syntax}; {@code variables} is asked for without code
   * @param code the cell as it is now
   * @param caret the place in {@code code} that is asked about, in UTF-16 code units
   * @param env the name of the environment whose variables the cell sees
   */
  record Ask(int ask, String about, String code, int caret, String env) implements ToKernel {}

  /**
   * What a widget of the page says to its object in Python. Heard in turns, as soon as Python is
   * free, also between two steps of a cell that waits.
   *
   * @param message JSON for the Python side, which nobody on the way looks into
   */
  record Comm(String message) implements ToKernel {}
}
