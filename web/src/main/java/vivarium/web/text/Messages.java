package vivarium.web.text;

import java.util.List;

/** Every word that the page itself says to a reader. */
public final class Messages {
  public static final String RUN = "Run";
  public static final String RUN_HINT = "Run (Ctrl+Enter; Shift+Enter goes on to the next cell)";
  public static final String STOP = "Stop";
  public static final String STOP_HINT = "Stop (keeps variables where it can)";
  public static final String RESET = "Reset";
  public static final String RESET_HINT = "Reset (back to the author's code)";
  public static final String CODE = "Python code";
  public static final String STARTING = "Starting Python…";
  public static final String QUEUED = "Waiting";
  public static final String RUNNING = "Running";
  public static final String INPUT = "Waiting for input";
  public static final String INPUT_LABEL = "Input";
  public static final String ENTER = "Enter";
  public static final String END_INPUT = "End";
  public static final String DONE = "Done";
  public static final String FAILED = "Error";
  public static final String STOPPED = "Stopped";
  public static final String TAB_HINT = "Esc, then Tab leaves the editor";
  public static final String WAS_INTERRUPTED = "Stopped. All variables are kept.";
  public static final String WAS_STOPPED =
      "Stopped. Python was started anew, so all variables are gone: run the cells above again.";
  public static final String DIED =
      "Python broke down, so all variables are gone. The next Run starts it anew; run the cells"
          + " above first. The engine said: ";
  public static final String INCOMPLETE =
      "This output could not be shown: the page is not complete.";
  public static final String PROBLEMS = "Problems in the source";
  public static final String CLOSE = "Close";

  public static final String VERSIONS = "Versions of this code";
  public static final String AUTHOR_CHANGED = "The author changed this cell.";
  public static final String TWO_VERSIONS = "Two tabs have two versions of this code.";
  public static final String WAS_RESET = "The author's code is back.";
  public static final String SEE_AUTHORS = "See the author's version";
  public static final String SEE_OTHER = "See the other version";
  public static final String KEEP_MINE = "Keep mine";
  public static final String TAKE_AUTHORS = "Take the author's";
  public static final String TAKE_OTHER = "Take the other";
  public static final String UNDO = "Undo";
  public static final String LEGEND_AUTHORS = "− only in yours, + only in the author's";
  public static final String LEGEND_OTHER = "− only in yours, + only in the other";
  public static final String NOT_KEPT = "Your work is not kept.";

  public static final String WORK = "Your work";
  public static final String WORK_SAVED = "Saved";
  public static final String WORK_EDITED = "Saving…";
  public static final String WORK_NOT_KEPT = "Not kept";
  public static final String NO_WORK =
      "You have changed nothing here yet. What you type in a cell is kept in this browser, on this"
          + " device; nobody else sees it.";
  public static final String DOWNLOAD = "Download";
  public static final String DOWNLOAD_WORK = "Download my work";
  public static final String AS_SCRIPT = "Script (.py)";
  public static final String AS_NOTEBOOK = "Notebook (.ipynb)";
  public static final String AS_JSON = "Everything, to restore later (.json)";
  public static final String MORE = "More";
  public static final String RESTORE = "Restore from a .json file…";
  public static final String RESET_ALL = "Reset all cells";
  public static final String RESET_DONE =
      "All cells have the author's code again. Each can be undone, and yours is below.";
  public static final String ERASE = "Erase my work…";
  public static final String ERASE_NOW = "Erase for good";
  public static final String ERASED = "Your work on this document is gone from this browser.";
  public static final String CANCEL = "Cancel";
  public static final String EARLIER = "Earlier work";
  public static final String TAKE_UP = "Put back into its cell";
  public static final String COPY = "Copy";
  public static final String DELETE = "Delete";
  public static final String NOT_RESTORED =
      "This is not a file that was downloaded here as .json, or it is damaged.";

  private Messages() {}

  /** The hint for a name that a cell above or below gives a value to; code is between backticks. */
  public static String notYetDefined(String name, boolean above) {
    return "`"
        + name
        + "` gets its value in a cell "
        + (above ? "above" : "below")
        + " that has not run yet: run that one first.";
  }

  /** What a reader is told when a cell ran for as long as it may. */
  public static String overtime(double seconds) {
    String number = String.valueOf(seconds);
    return "Time is up: this cell may run for "
        + (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number)
        + " s.";
  }

  /** How much a reader has changed. */
  public static String work(int cells) {
    return (cells == 1 ? "You have changed one cell." : "You have changed " + cells + " cells.")
        + " Your work is kept in this browser, on this device; nobody else sees it.";
  }

  /** Records that cannot be read stay where they are. */
  public static String unreadable(int count) {
    return (count == 1 ? "One piece of work" : count + " pieces of work")
        + " in this browser cannot be read by this page. All others are here; what cannot be read"
        + " is left as it is.";
  }

  /** How much came from a file. */
  public static String restored(int count) {
    return count == 1 ? "One piece of work was restored." : count + " pieces were restored.";
  }

  /** What is about to be erased. */
  public static String erasing(List<String> cells, int earlier) {
    if (cells.isEmpty() && earlier == 0) {
      return "There is no work of yours here.";
    }
    String pieces = earlier == 1 ? "one piece" : earlier + " pieces";
    String text = cells.isEmpty() ? "" : "your code of " + String.join(", ", cells);
    if (earlier > 0) {
      text += (text.isEmpty() ? "" : ", and ") + pieces + " of earlier work";
    }
    return "This goes from this browser for good: " + text + ". Work on other documents stays.";
  }

  /**
   * Why work is not kept.
   *
   * @param reason the browser's name for it; empty when it says nothing
   */
  public static String notKept(String reason) {
    return switch (reason) {
      case "QuotaExceededError" ->
          "There is no room left on this device, or none for this site."
              + " What you type stays here until you close the page.";
      case "" ->
          "The browser's storage does not answer."
              + " What you type stays here until you close the page.";
      default ->
          "The browser lets this page store nothing ("
              + reason
              + "), as in some private windows. What you type stays here until you close the page.";
    };
  }

  /** What a reader is told when Python cannot be started. */
  public static String unavailable(String reason) {
    return "Python could not be started: "
        + reason
        + (reason.endsWith(".") ? "" : ".")
        + " Check the connection, then press Run to try again.";
  }
}
