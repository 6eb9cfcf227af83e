package vivarium.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import vivarium.execute.compare.DiffLine;
import vivarium.model.diagnostic.Diagnostic;

/** Tells a person what is wrong with their documents. */
final class DiagnosticPrinter {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String RED_TEXT = "\u001b[31m";
  private static final String GREEN_TEXT = "\u001b[32m";
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
    sections(diagnostics);
  }

  /** Prints what is wrong, and below it how outputs differ. */
  void print(Diagnostic diagnostic, List<DiffLine> diff) {
    String text = text(diagnostic);
    int end = text.indexOf('\n');
    String first = end < 0 || diff.isEmpty() ? text : text.substring(0, end);
    err.println(first);
    diff.forEach(line -> err.println("    " + text(line)));
    if (first.length() < text.length()) {
      err.println(text.substring(end + 1));
    }
  }

  /** Prints where to read about the errors. */
  void sections(List<Diagnostic> diagnostics) {
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
    String where = TerminalText.plain(diagnostic.where().toString());
    String text = TerminalText.plain(diagnostic.toString());
    return colour
        ? (diagnostic.isError() ? RED : YELLOW) + where + PLAIN + text.substring(where.length())
        : text;
  }

  private String text(DiffLine line) {
    String text = TerminalText.plain(line.toString());
    boolean changed = line.kind() == DiffLine.Kind.RECORDED || line.kind() == DiffLine.Kind.NOW;
    if (!colour || !changed) {
      return text;
    }
    return (line.kind() == DiffLine.Kind.NOW ? GREEN_TEXT : RED_TEXT) + text + PLAIN;
  }
}
