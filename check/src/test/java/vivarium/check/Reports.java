package vivarium.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vivarium.execute.CellReport;
import vivarium.execute.CellReport.Status;
import vivarium.execute.compare.DiffLine;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.output.Outputs;

/** Results to write reports of. */
public final class Reports {
  private Reports() {}

  /** A cell of three lines, and below it three that record its output. */
  public static CellReport cell(String id, int line, Status status) {
    Cell cell =
        new Cell(
            id,
            "code",
            line + 1,
            CellOptions.NONE,
            LineSteps.NONE,
            Outputs.NONE,
            Optional.of(new Span(line + 4, 1, line + 6)),
            new Span(line, 1, line + 2));
    return new CellReport(cell, status, Outputs.NONE, Duration.ofMillis(1500), "");
  }

  /** One document with a cell of each kind, and something that belongs to none of them. */
  public static Checked several() {
    Finding link =
        Finding.of(Diagnostic.error("missing-link", new Location("a.md", 1, 3), "Gone.", "Mend."));
    Finding option =
        Finding.of(Diagnostic.warning("unknown-option", new Location("a.md", 10, 1), "Odd.", ""));
    Finding differs =
        new Finding(
            Diagnostic.error("output-differs", new Location("a.md", 14, 0), "Other.", "Again."),
            List.of(
                new DiffLine(DiffLine.Kind.RECORDED, "<1> & \u001b[31m"),
                new DiffLine(DiffLine.Kind.NOW, "2 \ud800 \uffff")));
    CheckedDocument document =
        new CheckedDocument(
            "a.md",
            List.of(
                cell("one", 10, Status.FINE),
                cell("two", 20, Status.FINE),
                cell("three", 30, Status.NOT_REACHED)),
            false,
            List.of(link, option, differs));
    Finding other =
        Finding.of(Diagnostic.warning("outside-source", Location.file("l.md"), "A link.", ""));
    return new Checked(List.of(document), List.of(other));
  }
}
