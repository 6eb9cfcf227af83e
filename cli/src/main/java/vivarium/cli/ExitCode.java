package vivarium.cli;

/** What the command tells the shell. */
final class ExitCode {
  /** All is well; there may have been warnings. */
  static final int FINE = 0;

  /** The documents have errors. */
  static final int DOCUMENTS = 1;

  /** The command was called wrongly. */
  static final int USAGE = 2;

  /** The machine does not let us: a folder cannot be written, no port is free. */
  static final int ENVIRONMENT = 3;

  /** Our mistake. */
  static final int BUG = 70;

  private ExitCode() {}
}
