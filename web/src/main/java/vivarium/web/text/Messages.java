package vivarium.web.text;

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

  /** What a reader is told when Python cannot be started. */
  public static String unavailable(String reason) {
    return "Python could not be started: "
        + reason
        + (reason.endsWith(".") ? "" : ".")
        + " Check the connection, then press Run to try again.";
  }
}
