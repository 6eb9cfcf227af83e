package vivarium.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import vivarium.check.Checked;
import vivarium.check.CheckedDocument;
import vivarium.check.Finding;
import vivarium.model.diagnostic.Diagnostic;

/** Tells a person what a check found. */
final class CheckPrinter {
  private final PrintStream out;
  private final DiagnosticPrinter diagnostics;

  CheckPrinter(Surroundings surroundings) {
    this.out = surroundings.out();
    this.diagnostics = new DiagnosticPrinter(surroundings);
  }

  /** What is wrong, and where to read about it. */
  void problems(Checked checked) {
    for (Finding finding : checked.findings()) {
      diagnostics.print(finding.diagnostic(), finding.diff());
    }
    diagnostics.sections(all(checked));
  }

  /** {@code Checked 12 documents, 143 cells in 8.1 s: 2 errors, 1 warning.} */
  void summary(Checked checked, Duration took, boolean slides) {
    List<Diagnostic> all = all(checked);
    out.println(
        "Checked "
            + DiagnosticPrinter.counted(checked.documents().size(), "document")
            + ", "
            + DiagnosticPrinter.counted(checked.cells(), "cell")
            + " in "
            + BuildCommand.seconds(took)
            + ": "
            + (all.isEmpty() ? "nothing is wrong." : DiagnosticPrinter.summary(all)));
    if (!slides && checked.documents().stream().anyMatch(CheckedDocument::deck)) {
      out.println("Slides were not measured; --slides does that in an installed browser.");
    }
  }

  private static List<Diagnostic> all(Checked checked) {
    return checked.findings().stream().map(Finding::diagnostic).toList();
  }
}
