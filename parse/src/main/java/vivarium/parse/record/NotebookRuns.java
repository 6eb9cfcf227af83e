package vivarium.parse.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookReader;
import vivarium.model.notebook.NotebookRecorder;
import vivarium.model.notebook.NotebookResult;
import vivarium.model.output.Outputs;

/** Puts outputs into a notebook. */
final class NotebookRuns {
  private NotebookRuns() {}

  static String record(String text, Document document, Map<String, Outputs> outputs) {
    List<NotebookCell> all = ((NotebookResult.Read) NotebookReader.read(text)).notebook().cells();
    List<Integer> code =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).kind() == NotebookCell.Kind.CODE && !all.get(i).isBlank())
            .boxed()
            .toList();
    List<Cell> cells = document.cells();
    if (!cells.isEmpty() && cells.size() != code.size()) {
      throw new IllegalArgumentException("the document is not that of this notebook");
    }
    Map<String, CellRun> byId = RunOrder.of(document, outputs);
    Map<Integer, CellRun> byIndex = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      CellRun run = byId.get(cells.get(i).id());
      if (run != null) {
        byIndex.put(code.get(i), run);
      }
    }
    return NotebookRecorder.record(text, byIndex);
  }
}
