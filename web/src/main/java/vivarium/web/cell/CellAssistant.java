package vivarium.web.cell;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.web.editor.Assistant;
import vivarium.web.kernel.Answer;
import vivarium.web.text.EditorPhrases;

/** Tells the editor of one cell what Python and the other cells know. */
final class CellAssistant implements Assistant {
  private final LiveCell cell;
  private final Cells cells;

  CellAssistant(LiveCell cell, Cells cells) {
    this.cell = cell;
    this.cells = cells;
  }

  @Override
  public void ask(String about, String code, int caret, Answer answer) {
    cells.kernel().ask(about, code, caret, cell.environment(), answer);
  }

  @Override
  public String otherCells() {
    List<Json> codes = new ArrayList<>();
    cells.codeBeside(cell).forEach(code -> codes.add(Json.of(code)));
    return Json.of(codes).text();
  }

  @Override
  public String phrases() {
    return EditorPhrases.json();
  }
}
