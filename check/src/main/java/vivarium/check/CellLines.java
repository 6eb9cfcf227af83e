package vivarium.check;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.document.Cell;
import vivarium.model.document.Span;

/** The lines of a source that belong to a cell. */
record CellLines(List<Span> spans) {
  static CellLines of(Cell cell) {
    List<Span> spans = new ArrayList<>();
    spans.add(cell.span());
    cell.recorded().ifPresent(spans::add);
    return new CellLines(spans);
  }

  /** Whether a finding in the same document is about one of these lines. */
  boolean hold(Finding finding) {
    int line = finding.diagnostic().where().line();
    return spans.stream().anyMatch(span -> span.line() <= line && line <= span.lastLine());
  }
}
