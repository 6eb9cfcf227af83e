package vivarium.check;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import vivarium.execute.CellReport;

/**
 * A document after its check.
 *
 * @param path what the user calls it
 * @param cells those that were to run, in the order of running
 * @param deck whether slides are made of it
 * @param findings what is wrong with it, sorted by line
 */
public record CheckedDocument(
    String path, List<CellReport> cells, boolean deck, List<Finding> findings) {
  public CheckedDocument {
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
  }

  /** The same with another name for the file. */
  CheckedDocument named(UnaryOperator<String> names) {
    return new CheckedDocument(
        names.apply(path),
        cells,
        deck,
        findings.stream().map(finding -> finding.named(names)).toList());
  }

  /** What is wrong with a cell: what is found in its lines, or in those that record its outputs. */
  public List<Finding> about(CellReport report) {
    return findings.stream().filter(finding -> CellLines.of(report.cell()).hold(finding)).toList();
  }

  /** What is wrong with none of the cells, but with the document. */
  public List<Finding> aboutNoCell() {
    return findings.stream()
        .filter(finding -> cells.stream().noneMatch(c -> CellLines.of(c.cell()).hold(finding)))
        .toList();
  }

  /** How long its cells ran. */
  public Duration took() {
    return cells.stream().map(CellReport::took).reduce(Duration.ZERO, Duration::plus);
  }
}
