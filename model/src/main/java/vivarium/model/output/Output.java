package vivarium.model.output;

import java.util.List;

/** One thing a cell wrote. The kinds are those of the notebook format. */
public sealed interface Output {
  /**
   * Text written to a stream.
   *
   * @param name {@code stdout} or {@code stderr}
   */
  record Stream(String name, String text) implements Output {}

  /** A value shown on request, through {@code display}. */
  record Display(MimeBundle bundle) implements Output {}

  /** The value of the cell's last expression. */
  record Result(MimeBundle bundle) implements Output {}

  /**
   * The exception that ended the cell.
   *
   * @param name the exception's class, such as {@code ZeroDivisionError}
   * @param value its message, possibly empty
   * @param traceback the text a reader sees, without the frames of the interpreter itself
   * @param frames the places in cells, outermost call first; empty when none is known
   */
  record Failure(String name, String value, String traceback, List<Frame> frames)
      implements Output {
    public Failure {
      frames = List.copyOf(frames);
    }
  }

  /**
   * A place in a cell.
   *
   * @param cell the cell's id
   * @param line 1-based, counted from the cell's first line
   */
  record Frame(String cell, int line) {}
}
