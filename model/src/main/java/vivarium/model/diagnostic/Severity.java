package vivarium.model.diagnostic;

/** How grave a {@link Diagnostic} is. */
public enum Severity {
  /** The document cannot be built as it is. */
  ERROR,
  /** The document is built, but not as its author is likely to want. */
  WARNING;

  /** The word that users read: {@code error} or {@code warning}. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
