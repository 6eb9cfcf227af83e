package vivarium.parse.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.notebook.CellRun;
import vivarium.model.output.Outputs;

/** Numbers the runs of a document's cells. */
final class RunOrder {
  private RunOrder() {}

  /** The runs by the ids of their cells: {@code setup} cells first, then the others. */
  static Map<String, CellRun> of(Document document, Map<String, Outputs> outputs) {
    List<Cell> ran = new ArrayList<>();
    Set<String> ids = outputs.keySet();
    document.cells().stream().filter(Cell::isSetup).forEach(ran::add);
    document.cells().stream().filter(cell -> !cell.isSetup()).forEach(ran::add);
    ran.removeIf(cell -> !ids.contains(cell.id()));
    Map<String, CellRun> runs = new HashMap<>();
    for (Cell cell : ran) {
      Outputs written = outputs.getOrDefault(cell.id(), Outputs.NONE);
      runs.put(cell.id(), new CellRun(written, runs.size() + 1));
    }
    return runs;
  }
}
