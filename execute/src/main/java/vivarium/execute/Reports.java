package vivarium.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vivarium.engine.python.JobResult;
import vivarium.execute.CellReport.Status;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.output.Outputs;

/** Judges what came of the cells of a job. */
final class Reports {
  private Reports() {}

  /** One report for each of {@code cells}, which are those of the job. */
  static List<CellReport> of(List<Cell> cells, JobResult result) {
    int finished = result.cells().size();
    if (finished + (result.ended().isPresent() ? 1 : 0) > cells.size()
        || (finished < cells.size() && result.ended().isEmpty())) {
      throw new IllegalArgumentException("this is not the result of these cells");
    }
    List<CellReport> reports = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (i < finished) {
        JobResult.Finished came = result.cells().get(i);
        reports.add(
            new CellReport(cell, status(cell, came.outputs()), came.outputs(), came.took(), ""));
      } else if (i == finished) {
        JobResult.Ended ended = result.ended().orElseThrow();
        reports.add(withoutOutputs(cell, status(ended.reason()), ended.detail()));
      } else {
        reports.add(withoutOutputs(cell, Status.NOT_REACHED, ""));
      }
    }
    return reports;
  }

  /** Whether the author expects an exception: says so, or records one. */
  static boolean mayRaise(Cell cell) {
    return cell.options().has(CellOptions.Flag.RAISES) || cell.outputs().failure().isPresent();
  }

  private static Status status(Cell cell, Outputs outputs) {
    boolean raised = outputs.failure().isPresent();
    if (raised == mayRaise(cell)) {
      return Status.FINE;
    }
    return raised ? Status.RAISED : Status.DID_NOT_RAISE;
  }

  private static Status status(JobResult.Reason reason) {
    return switch (reason) {
      case TIME_LIMIT -> Status.TIME_LIMIT;
      case WAITS_FOREVER -> Status.WAITS_FOREVER;
      case BROKE_DOWN -> Status.BROKE_DOWN;
    };
  }

  private static CellReport withoutOutputs(Cell cell, Status status, String detail) {
    return new CellReport(cell, status, Outputs.NONE, Duration.ZERO, detail);
  }
}
