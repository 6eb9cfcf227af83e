package vivarium.web.kernel;

/** What the page's Python is doing. */
public enum KernelState {
  OFF("off"),
  STARTING("starting"),
  READY("ready"),
  FAILED("failed");

  private final String word;

  KernelState(String word) {
    this.word = word;
  }

  /** The word that scripts see: {@code starting}. */
  public String word() {
    return word;
  }
}
