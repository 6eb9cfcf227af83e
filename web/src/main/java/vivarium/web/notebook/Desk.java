package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.EditableCell;
import vivarium.web.cell.Cells;
import vivarium.web.notebook.edit.Book;
import vivarium.web.notebook.edit.Hidden;
import vivarium.web.notebook.edit.Item;

/** The cells of the notebook on the page: shows them, and knows at which of them the reader is. */
final class Desk {
  private final Book book;
  private final CellViews views;
  private final Cells cells;
  private final Runnable onChange;
  private final Selection selection = new Selection();
  private final List<HTMLElement> marked = new ArrayList<>();

  /**
   * @param onChange called when the text of the notebook has become another
   */
  Desk(HTMLElement root, Book book, Cells cells, Runnable onChange) {
    this.book = book;
    this.cells = cells;
    this.onChange = onChange;
    views = new CellViews(root, cells, this::typed);
    views.adopt(book.items());
    Dom.listen(root, "viv:change", (cell, detail) -> changedCode(cell));
    Dom.listenToFocus(root, this::focused, section -> edit());
  }

  /** The page's elements have become live cells. */
  void live() {
    views.live();
    if (book.size() > 1 && view().section().hasAttribute("data-front")) {
      selection.goTo(1); // Nobody begins with the front matter.
    }
    refresh();
  }

  Book book() {
    return book;
  }

  Selection selection() {
    return selection;
  }

  /** Takes another text of the notebook. */
  void replace(String text) {
    book.replace(text);
    refresh();
  }

  /** Shows the notebook as it is now. */
  private void refresh() {
    List<Item> items = book.items();
    views.show(items);
    selection.keepWithin(items.size());
    String total = Integer.toString(items.size());
    for (int i = 0; i < items.size(); i++) {
      CellView view = views.get(items.get(i).key());
      String name = Words.of(CellView.name(view.kind()));
      view.setLabel(Words.of(Word.CELL_LABEL, name, Integer.toString(i + 1), total));
    }
    mark();
  }

  /** Shows which cells are selected; only one of all can be reached with Tab. */
  private void mark() {
    for (HTMLElement section : marked) {
      section.setAttribute("tabindex", "-1");
      section.getClassList().remove("viv-nb-selected");
      section.getClassList().remove("viv-nb-at");
    }
    marked.clear();
    for (int i = selection.from(); i <= selection.to(); i++) {
      HTMLElement section = views.get(book.get(i).key()).section();
      section.getClassList().add("viv-nb-selected");
      marked.add(section);
    }
    view().section().setAttribute("tabindex", "0");
    view().section().getClassList().add("viv-nb-at");
  }

  private void focused(HTMLElement section) {
    int index = book.indexOf(CellViews.keyOf(section));
    if (index >= 0 && (index != selection.at() || selection.isSeveral())) {
      selection.goTo(index);
      mark();
    }
  }

  private void changedCode(HTMLElement cell) {
    int key = CellViews.keyOf(cell);
    typed(key, code(cell));
  }

  private void typed(int key, String text) {
    change(key, cell -> cell.withSource(text));
  }

  /** Changes a cell whose element shows the change already. */
  void change(int key, UnaryOperator<EditableCell> change) {
    int index = book.indexOf(key);
    if (index < 0) {
      return;
    }
    EditableCell before = book.get(index).cell();
    book.change(key, change);
    EditableCell after = book.get(index).cell();
    views.get(key).setShown(after);
    if (!after.equals(before)) {
      onChange.run();
    }
  }

  @JSBody(params = "cell", script = "return cell.code;")
  private static native String code(HTMLElement cell);

  /** The cell that the reader is at. */
  Item current() {
    return book.get(selection.at());
  }

  /** How the cell is shown that the reader is at. */
  CellView view() {
    return views.get(current().key());
  }

  /** How a cell is shown; empty when there is no such cell any more. */
  Optional<CellView> view(int key) {
    return views.has(key) ? Optional.of(views.get(key)) : Optional.empty();
  }

  /** Selects a cell and gives it the focus. */
  void select(int index) {
    selection.goTo(Math.max(0, Math.min(index, book.size() - 1)));
    mark();
    Dom.focus(view().section());
  }

  /** Goes on to a cell and selects those on the way as well. */
  void extend(int by) {
    int anchor = selection.at() == selection.from() ? selection.to() : selection.from();
    int at = Math.max(0, Math.min(selection.at() + by, book.size() - 1));
    Dom.focus(views.get(book.get(at).key()).section());
    selection.goTo(anchor);
    selection.extendTo(at);
    mark();
  }

  void selectAll() {
    selection.goTo(0);
    selection.extendTo(book.size() - 1);
    mark();
  }

  /** Puts the caret into the cell. */
  void edit() {
    view().edit();
  }

  /** Leaves the editor. */
  void leave() {
    Dom.focus(view().section());
  }

  /** Lets the reader see a place in the source of a cell. */
  void show(int key, int start, int length) {
    int index = book.indexOf(key);
    if (index >= 0) {
      selection.goTo(index);
      mark();
      Item item = current();
      if (Hidden.SOURCE.in(item.cell())) {
        change(key, cell -> Hidden.SOURCE.set(cell, false));
        view().showFolded();
      }
      CellView shown = view();
      shown.open();
      cells
          .editorModule()
          .then(
              module -> {
                Dom.selectText(module, shown.section(), start, start + length);
                return JSUndefined.instance();
              });
    }
  }

  /** Shows the notebook after a step that changed it, and tells of that. */
  void changed() {
    refresh();
    onChange.run();
  }

  /** The section of a cell. */
  Optional<HTMLElement> section(int index) {
    return index < book.size()
        ? Optional.of(views.get(book.get(index).key()).section())
        : Optional.empty();
  }
}
