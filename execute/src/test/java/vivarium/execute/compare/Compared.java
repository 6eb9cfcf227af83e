package vivarium.execute.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.execute.Cells.cell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vivarium.execute.CellReport;
import vivarium.execute.CellReport.Status;
import vivarium.execute.Cells;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Compares what tests say is recorded with what they say is written now. */
final class Compared {
  static final String MARKDOWN = "slides.md";
  static final String NOTEBOOK = "a.ipynb";

  private Compared() {}

  static void agree(String path, List<Output> recorded, List<Output> now) {
    Optional<Difference> found = report(recorded, now).difference(path);
    assertThat(found.map(Difference::text)).isEmpty();
  }

  static String differs(String path, List<Output> recorded, List<Output> now) {
    return report(recorded, now).difference(path).map(Difference::text).orElse("");
  }

  static CellReport report(List<Output> recorded, List<Output> now) {
    return report(cell("a").recording(recorded.toArray(Output[]::new)), now);
  }

  static CellReport report(Cells cell, List<Output> now) {
    return new CellReport(cell.build(), Status.FINE, new Outputs(now), Duration.ofMillis(1), "");
  }
}
