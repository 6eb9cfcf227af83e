package vivarium.cli;

import java.util.List;
import vivarium.execute.CellReport;
import vivarium.execute.CellReport.Status;
import vivarium.execute.Executed;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.CellOptions;

/** What a person who runs a file should know. */
final class RunProblems {
  private RunProblems() {}

  /**
   * What is wrong, sorted by line.
   *
   * @param allowErrors whether an exception, and the lack of one, is a result as any other
   */
  static List<Diagnostic> in(Executed executed, boolean allowErrors) {
    List<CellReport> reports =
        executed.cells().stream()
            .map(report -> isAccepted(report, allowErrors) ? fine(report) : report)
            .toList();
    return new Executed(executed.document(), reports, executed.fromCache())
        .diagnostics(Severity.ERROR);
  }

  /** An exception that only the record of an earlier run expects is what a new run replaces. */
  private static boolean isAccepted(CellReport report, boolean allowErrors) {
    return switch (report.status()) {
      case RAISED -> allowErrors;
      case DID_NOT_RAISE -> allowErrors || !report.cell().options().has(CellOptions.Flag.RAISES);
      case FINE, TIME_LIMIT, WAITS_FOREVER, BROKE_DOWN, NOT_REACHED -> false;
    };
  }

  private static CellReport fine(CellReport report) {
    return new CellReport(
        report.cell(), Status.FINE, report.outputs(), report.took(), report.detail());
  }
}
