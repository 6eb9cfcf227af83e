package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSUndefined;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.web.cell.Cells;
import vivarium.web.notebook.edit.Book;
import vivarium.web.notebook.edit.Hidden;
import vivarium.web.notebook.edit.Item;

/**
 * What a reader can change in the cells of the notebook; each call is a step that can be undone.
 */
final class CellEdits {
  private final Desk desk;
  private final Book book;
  private final Selection selection;
  private final Runs runs;
  private List<EditableCell> clipboard = List.of();
  private @Nullable JSObject codeMirror;

  /**
   * @param runs forgets cells that become others
   */
  CellEdits(Desk desk, Runs runs) {
    this.desk = desk;
    this.runs = runs;
    book = desk.book();
    selection = desk.selection();
  }

  /** Learns from the page's editor where carets are. */
  void live(Cells cells) {
    cells
        .editorModule()
        .then(
            module -> {
              codeMirror = module;
              return JSUndefined.instance();
            });
  }

  /** Puts an empty cell at a place and selects it. */
  void add(int index, Kind kind) {
    book.insert(index, kind, "");
    desk.changed();
    desk.select(index);
  }

  void cut() {
    copy();
    delete();
  }

  void copy() {
    List<EditableCell> copied = new ArrayList<>();
    for (int i = selection.from(); i <= selection.to(); i++) {
      copied.add(book.get(i).cell());
    }
    clipboard = copied;
  }

  /** Puts what was copied at a place. */
  void paste(int index) {
    if (!clipboard.isEmpty()) {
      book.paste(index, clipboard);
      desk.changed();
      desk.select(index + clipboard.size() - 1);
    }
  }

  void delete() {
    int from = selection.from();
    for (int i = from; i <= selection.to(); i++) {
      runs.forget(book.get(i).key());
    }
    book.remove(from, selection.to());
    desk.changed();
    desk.select(from);
  }

  void move(boolean down) {
    int from = selection.from();
    int to = selection.to();
    if (book.move(from, to, down)) {
      int by = down ? 1 : -1;
      int at = selection.at() + by;
      selection.goTo(from + to + 2 * by - at);
      selection.extendTo(at);
      desk.changed();
      Dom.focus(desk.view().section());
    }
  }

  /** Parts the cell where the caret is. */
  void split() {
    JSObject module = codeMirror;
    if (module != null) {
      int caret = Dom.caret(module, desk.view().section());
      Item item = desk.current();
      runs.forget(item.key());
      book.split(selection.at(), offset(item.cell().source(), caret));
      desk.changed();
      desk.select(selection.at() + 1);
      desk.edit();
    }
  }

  /** Where an editor's caret is in a source whose lines may end in two characters. */
  private static int offset(String source, int caret) {
    int at = 0;
    for (int i = 0; i < caret && at < source.length(); i++) {
      at += source.startsWith("\r\n", at) ? 2 : 1;
    }
    return at;
  }

  /** Joins the selected cells, or the one that is selected and the next. */
  void merge() {
    int from = selection.from();
    int to = selection.isSeveral() ? selection.to() : from + 1;
    if (to < book.size()) {
      for (int i = from; i <= to; i++) {
        runs.forget(book.get(i).key());
      }
      book.join(from, to);
      desk.changed();
      desk.select(from);
    }
  }

  void become(Kind kind) {
    for (int i = selection.from(); i <= selection.to(); i++) {
      runs.forget(book.get(i).key());
    }
    book.changeAll(selection.from(), selection.to(), cell -> known(cell, kind));
    desk.changed();
    desk.leave();
  }

  private static EditableCell known(EditableCell cell, Kind kind) {
    return cell.kind() == Kind.UNKNOWN ? cell : cell.withKind(kind);
  }

  /** Makes the cells text that begins with a heading. */
  void becomeHeading(int level) {
    book.changeAll(
        selection.from(),
        selection.to(),
        cell -> {
          EditableCell text = known(cell, Kind.MARKDOWN);
          return text.withSource("#".repeat(level) + " " + withoutHashes(text.source()));
        });
    desk.changed();
    desk.leave();
  }

  private static String withoutHashes(String source) {
    int at = 0;
    while (at < source.length() && (source.charAt(at) == '#' || source.charAt(at) == ' ')) {
      at++;
    }
    return source.substring(at);
  }

  /** Gives a cell another source, as a step. */
  void rewrite(int key, UnaryOperator<String> change) {
    int index = book.indexOf(key);
    if (index >= 0) {
      rewrite(index, index, change);
    }
  }

  /** Gives all cells another source, as one step. */
  void rewriteAll(UnaryOperator<String> change) {
    rewrite(0, book.size() - 1, change);
  }

  private void rewrite(int from, int to, UnaryOperator<String> change) {
    book.changeAll(
        from,
        to,
        cell -> {
          String source = cell.content().source();
          String changed = change.apply(source);
          return changed.equals(source) ? cell : cell.withSource(changed);
        });
    desk.changed();
  }

  /** Folds away, or unfolds, a part of the selected cells. */
  void fold(Hidden part) {
    boolean hide = !part.in(desk.current().cell());
    for (int i = selection.from(); i <= selection.to(); i++) {
      int key = book.get(i).key();
      desk.change(key, cell -> cell.kind() == Kind.CODE ? part.set(cell, hide) : cell);
      desk.view(key).ifPresent(CellView::showFolded);
    }
    desk.leave();
  }

  void clearOutputs(int from, int to) {
    book.changeAll(from, to, cell -> cell.kind() == Kind.CODE ? cell.withoutRun() : cell);
    desk.changed();
  }

  void undo() {
    if (book.undo()) {
      desk.changed();
      desk.leave();
    }
  }

  void redo() {
    if (book.redo()) {
      desk.changed();
      desk.leave();
    }
  }
}
