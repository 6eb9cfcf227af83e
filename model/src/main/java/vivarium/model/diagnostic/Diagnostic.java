package vivarium.model.diagnostic;

/**
 * Something a user should know about one of their files.
 *
 * @param severity whether the build fails because of it
 * @param code a stable kebab-case name, also the anchor in {@code docs/troubleshooting.md}
 * @param where the place it is about
 * @param message what is wrong, a sentence with a full stop
 * @param remedy how to put it right, a sentence with a full stop; empty when the message says it
 */
public record Diagnostic(
    Severity severity, String code, Location where, String message, String remedy) {
  public Diagnostic {
    if (!code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a kebab-case code: " + code);
    }
  }

  /** A problem that keeps the document from being built. */
  public static Diagnostic error(String code, Location where, String message, String remedy) {
    return new Diagnostic(Severity.ERROR, code, where, message, remedy);
  }

  /** A problem the document is built in spite of. */
  public static Diagnostic warning(String code, Location where, String message, String remedy) {
    return new Diagnostic(Severity.WARNING, code, where, message, remedy);
  }

  /** Whether the build fails because of this. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code guide/intro.md:42:7: message}, and the remedy on a line of its own below it. */
  @Override
  public String toString() {
    String first = where + ": " + (isError() ? "" : "warning: ") + message;
    return remedy.isEmpty() ? first : first + "\n  " + remedy;
  }
}
