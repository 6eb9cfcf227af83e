package vivarium.web.cell;

/** What a cell is doing; the page contract has the words. */
enum CellState {
  STATIC("static"),
  STARTING("starting"),
  READY("ready"),
  QUEUED("queued"),
  RUNNING("running"),
  INPUT("input"),
  DONE("done"),
  FAILED("failed"),
  STOPPED("stopped");

  private final String word;

  CellState(String word) {
    this.word = word;
  }

  /** The value of the element's {@code state} attribute. */
  String word() {
    return word;
  }

  /** Whether the cell waits for its end. */
  boolean isBusy() {
    return this == STARTING || this == QUEUED || this == RUNNING || this == INPUT;
  }
}
