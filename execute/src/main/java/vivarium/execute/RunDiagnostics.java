package vivarium.execute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vivarium.execute.CellReport.Status;
import vivarium.execute.text.Printable;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.output.Output;

/** Tells the author which cells did not do as they should. */
final class RunDiagnostics {
  /** More of a message than this is read in the traceback, not in a list of problems. */
  private static final int MOST_OF_A_MESSAGE = 300;

  private final Executed executed;
  private final String path;
  private final Severity severity;
  private final Remedies remedies;
  private final Map<String, Cell> cells = new HashMap<>();

  private RunDiagnostics(Executed executed, Severity severity) {
    this.executed = executed;
    this.path = executed.document().path();
    this.severity = severity;
    this.remedies = Remedies.of(path);
    executed.cells().forEach(report -> cells.put(report.cell().id(), report.cell()));
  }

  static List<Diagnostic> of(Executed executed, Severity severity) {
    return new RunDiagnostics(executed, severity).all();
  }

  private List<Diagnostic> all() {
    List<Diagnostic> found = new ArrayList<>();
    for (CellReport report : executed.cells()) {
      TimeLimits.problem(path, report.cell()).ifPresent(found::add);
      switch (report.status()) {
        case FINE, NOT_REACHED -> {}
        case RAISED ->
            report.outputs().failure().ifPresent(error -> found.add(raised(report.cell(), error)));
        case DID_NOT_RAISE -> found.add(didNotRaise(report.cell()));
        case TIME_LIMIT -> found.add(timeLimit(report));
        case WAITS_FOREVER ->
            found.add(
                ended("cell-waits-forever", report, "awaits what never comes", remedies.waiting()));
        case BROKE_DOWN ->
            found.add(ended("cell-broke-python", report, "ended Python", remedies.breakdown()));
      }
    }
    executed.image().problem().ifPresent(reason -> found.add(withoutImage(reason)));
    found.sort(Comparator.comparing(Diagnostic::where));
    return found;
  }

  private Diagnostic withoutImage(String reason) {
    boolean isCommon = executed.image().made().isPresent();
    return Diagnostic.warning(
        "no-memory-image",
        Location.file(path),
        "Python starts %s for readers of this document: %s."
            .formatted(isCommon ? "without its imports" : "from nothing", reason),
        "It works, and starts more slowly. Give --no-images to do without this message.");
  }

  private Diagnostic raised(Cell cell, Output.Failure error) {
    String message = error.value().strip();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end).stripTrailing() + " …";
    String what = first.isEmpty() ? error.name() : error.name() + ": " + first;
    return problem(
        "cell-raised",
        line(cell, error),
        "Cell \"%s\" raised %s%s".formatted(cell.id(), sentence(what), elsewhere(cell, error)),
        remedies.exception(error));
  }

  /** The innermost of the cell's own lines; of another's, when none of its own is known. */
  private int line(Cell cell, Output.Failure error) {
    int other = 0;
    for (int i = error.frames().size() - 1; i >= 0; i--) {
      Output.Frame frame = error.frames().get(i);
      if (frame.cell().equals(cell.id())) {
        return line(cell, frame);
      }
      Cell called = cells.get(frame.cell());
      if (called != null && other == 0) {
        other = line(called, frame);
      }
    }
    return other == 0 ? cell.sourceLine() : other;
  }

  /** An error at the end of the code is said to stand below its last line. */
  private static int line(Cell cell, Output.Frame frame) {
    int last = (int) cell.source().lines().count();
    return cell.sourceLine() + Math.max(1, Math.min(frame.line(), last)) - 1;
  }

  /** Where it was raised, when that is a function of another cell. */
  private String elsewhere(Cell cell, Output.Failure error) {
    if (error.frames().isEmpty()) {
      return "";
    }
    Output.Frame innermost = error.frames().get(error.frames().size() - 1);
    Cell called = cells.get(innermost.cell());
    return called == null || called.id().equals(cell.id())
        ? ""
        : " It comes from cell \"%s\", line %d.".formatted(called.id(), line(called, innermost));
  }

  private Diagnostic didNotRaise(Cell cell) {
    boolean isMarked = cell.options().has(CellOptions.Flag.RAISES);
    int line = cell.recorded().filter(span -> !isMarked).orElse(cell.span()).line();
    String expected =
        cell.outputs()
            .failure()
            .map(Output.Failure::name)
            .filter(name -> !name.isBlank())
            .map(name -> "raise " + name)
            .orElse("raise an exception");
    return problem(
        "did-not-raise",
        line,
        "Cell \"%s\" is expected to %s and did not."
            .formatted(cell.id(), Printable.line(expected, MOST_OF_A_MESSAGE)),
        remedies.noException(isMarked));
  }

  private Diagnostic timeLimit(CellReport report) {
    String limit = TimeLimits.inWords(TimeLimits.of(report.cell()));
    return ended("cell-time-limit", report, "ran longer than " + limit, remedies.timeLimit());
  }

  private Diagnostic ended(String code, CellReport report, String what, String remedy) {
    Cell cell = report.cell();
    String detail =
        report.detail().isBlank()
            ? ""
            : " (" + Printable.line(report.detail().strip(), MOST_OF_A_MESSAGE) + ")";
    return problem(
        code,
        cell.sourceLine(),
        "Cell \"%s\" %s%s%s.".formatted(cell.id(), what, detail, notReached()),
        remedy);
  }

  private String notReached() {
    long count =
        executed.cells().stream().filter(report -> report.status() == Status.NOT_REACHED).count();
    if (count == 0) {
      return "";
    }
    return count == 1
        ? "; the cell after it did not run"
        : "; the %d cells after it did not run".formatted(count);
  }

  private static String sentence(String text) {
    String line = Printable.line(text, MOST_OF_A_MESSAGE);
    return line.matches(".*[.!?…]") ? line : line + ".";
  }

  private Diagnostic problem(String code, int line, String message, String remedy) {
    return new Diagnostic(severity, code, new Location(path, line, 0), message, remedy);
  }
}
