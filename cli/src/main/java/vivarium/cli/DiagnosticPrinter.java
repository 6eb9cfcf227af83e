package vivarium.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import vivarium.model.diagnostic.Diagnostic;

/** Tells a person what is wrong with their documents. */
final class DiagnosticPrinter {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream err;
  private final boolean colour;

  DiagnosticPrinter(Surroundings surroundings) {
    this.err = surroundings.err();
    this.colour = surroundings.colour();
  }

  /** Prints them all, then how many there are and where to read about the errors. */
  void print(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      err.println(text(diagnostic));
    }
    if (!diagnostics.isEmpty()) {
      err.println(summary(diagnostics));
    }
    diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::code)
        .distinct()
        .forEach(code -> err.println("See docs/troubleshooting.md#" + code));
  }

  /** {@code 2 errors, 1 warning.} */
  static String summary(List<Diagnostic> diagnostics) {
    int errors = (int) diagnostics.stream().filter(Diagnostic::isError).count();
    int warnings = diagnostics.size() - errors;
    List<String> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(counted(errors, "error"));
    }
    if (warnings > 0) {
      parts.add(counted(warnings, "warning"));
    }
    return String.join(", ", parts) + ".";
  }

  /** {@code 1 error}, {@code 2 errors}. */
  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private String text(Diagnostic diagnostic) {
    String where = printable(diagnostic.where().toString());
    String text = printable(diagnostic.toString());
    return colour
        ? (diagnostic.isError() ? RED : YELLOW) + where + PLAIN + text.substring(where.length())
        : text;
  }

  /** Without the control characters by which a document could write over the terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> c != '\n' && Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
