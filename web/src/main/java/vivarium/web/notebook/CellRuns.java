package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.web.cell.Cells;
import vivarium.web.notebook.edit.Book;

/** Runs the cells that the reader names, and shows and keeps how they go. */
final class CellRuns implements Runs.Owner {
  private final Desk desk;
  private final Book book;
  private final Selection selection;
  private final Runs runs;
  private final Consumer<String> say;

  /**
   * @param say is told, in the reader's words, when a cell has begun to wait or has ended
   */
  CellRuns(HTMLElement root, Desk desk, Cells cells, Consumer<String> say) {
    this.desk = desk;
    this.say = say;
    book = desk.book();
    selection = desk.selection();
    runs = new Runs(root, cells.kernel(), this);
  }

  Runs runs() {
    return runs;
  }

  /** Runs the cells that are selected; text is shown as it reads. */
  void run() {
    List<Integer> keys = new ArrayList<>();
    for (int i = selection.from(); i <= selection.to(); i++) {
      keys.add(book.get(i).key());
    }
    run(keys);
    desk.leave();
  }

  /** Runs all cells from one to another, the last one left out. */
  void run(int from, int to) {
    List<Integer> keys = new ArrayList<>();
    for (int i = from; i < to; i++) {
      keys.add(book.get(i).key());
    }
    run(keys);
  }

  private void run(List<Integer> keys) {
    List<Integer> code = new ArrayList<>();
    for (int key : keys) {
      CellView view = desk.view(key).orElseThrow();
      view.render();
      if (view.kind() == Kind.CODE && !view.shown().source().isBlank()) {
        code.add(key);
      }
    }
    runs.run(code);
  }

  @Override
  public HTMLElement cell(int key) {
    return ((CodeView) desk.view(key).orElseThrow()).cell();
  }

  @Override
  public void waits(int key) {
    if (desk.view(key).orElse(null) instanceof CodeView code) {
      code.setCount("[*]");
      say.accept(Words.of(Word.RUNNING, number(key)));
    }
  }

  @Override
  public void rests(int key) {
    if (desk.view(key).orElse(null) instanceof CodeView code) {
      code.showCount();
    }
  }

  @Override
  public void ran(int key, CellRun run) {
    desk.change(key, cell -> cell.withRun(run));
  }

  @Override
  public void ended(int key, String state, int milliseconds) {
    Word word =
        switch (state) {
          case "done" -> Word.CELL_DONE;
          case "failed" -> Word.CELL_FAILED;
          default -> Word.CELL_STOPPED;
        };
    if (desk.view(key).orElse(null) instanceof CodeView code) {
      code.setTime(milliseconds);
    }
    say.accept(Words.of(word, number(key)));
  }

  private String number(int key) {
    return Integer.toString(book.indexOf(key) + 1);
  }
}
