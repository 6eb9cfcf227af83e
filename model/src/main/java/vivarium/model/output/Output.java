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

  /**
   * A value shown on request, through {@code display}.
   *
   * @param displayId the name under which it can be updated later; empty when it has none
   */
  record Display(MimeBundle bundle, String displayId) implements Output {
    /** A value that is never updated. */
    public Display(MimeBundle bundle) {
      this(bundle, "");
    }
  }

  /** The value of the cell's last expression. */
  record Result(MimeBundle bundle) implements Output {}

  /**
   * Stands where more was written than is kept.
   *
   * @param characters how many characters of printed text are missing
   * @param lines how many line ends are among them
   * @param displays how many values to be shown are missing
   */
  record LeftOut(int characters, int lines, int displays) implements Output {
    /** How much is missing, as it stands in files and on terminals. */
    public String text() {
      return "… left out here: characters "
          + characters
          + ", lines "
          + lines
          + ", displayed values "
          + displays
          + ". To keep all of it, write it to a file.";
    }

    /** Whether nothing is missing. */
    public boolean isNothing() {
      return characters == 0 && displays == 0;
    }
  }

  /**
   * The exception that ended the cell.
   *
   * @param name the exception's class, such as {@code ZeroDivisionError}
   * @param value its message, possibly empty
   * @param traceback the text a reader sees, without the frames of the interpreter itself
   * @param frames the places in cells, outermost call first; empty when none is known
   * @param explanation what is said of it to a reader
   */
  record Failure(
      String name, String value, String traceback, List<Frame> frames, Explanation explanation)
      implements Output {
    public Failure {
      frames = List.copyOf(frames);
    }

    /** A failure that nothing more is said of. */
    public Failure(String name, String value, String traceback, List<Frame> frames) {
      this(name, value, traceback, frames, Explanation.NONE);
    }

    /** The same failure with another hint. */
    public Failure withHint(String hint) {
      return new Failure(
          name,
          value,
          traceback,
          frames,
          new Explanation(explanation.headline(), hint, explanation.own()));
    }
  }

  /**
   * An exception in few words. Each may be empty.
   *
   * @param headline its name and the first line of its message
   * @param hint what it means and what to do about it; what is between backticks is code
   * @param own what the traceback says of the reader's own code
   */
  record Explanation(String headline, String hint, String own) {
    /** What is said of a failure that was not seen, but read in a notebook. */
    public static final Explanation NONE = new Explanation("", "", "");
  }

  /**
   * A place in a cell.
   *
   * @param cell the cell's id
   * @param line 1-based, counted from the cell's first line
   */
  record Frame(String cell, int line) {}
}
