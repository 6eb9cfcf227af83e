package vivarium.web.notebook;

import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.web.notebook.edit.Hidden;

/** A cell of the notebook on the page. */
abstract class CellView {
  private final int key;
  private final Kind kind;
  private final HTMLElement section;
  private EditableCell shown;

  /**
   * @param section the element of the cell, which shows {@code cell} or will be told to
   */
  CellView(int key, HTMLElement section, EditableCell cell) {
    this.key = key;
    this.section = section;
    this.shown = cell;
    kind = cell.kind();
    section.setAttribute("tabindex", "-1");
    section.setAttribute("role", "group");
    section.setAttribute("data-key", Integer.toString(key));
    showFolded();
  }

  int key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  HTMLElement section() {
    return section;
  }

  /** The name that a screen reader gives the cell. */
  void setLabel(String label) {
    if (!label.equals(section.getAttribute("aria-label"))) {
      section.setAttribute("aria-label", label);
    }
  }

  /** What is shown now. */
  EditableCell shown() {
    return shown;
  }

  /** The cell is another now, and what is on the page says so already. */
  void setShown(EditableCell cell) {
    shown = cell;
  }

  /** Shows another state of the cell. */
  void show(EditableCell cell) {
    if (!cell.equals(shown)) {
      EditableCell before = shown;
      shown = cell;
      update(before, cell);
      showFolded();
    }
  }

  /** Shows which parts of the cell are folded away. */
  final void showFolded() {
    Dom.toggle(section, "viv-nb-no-source", Hidden.SOURCE.in(shown));
    Dom.toggle(section, "viv-nb-no-outputs", Hidden.OUTPUTS.in(shown));
  }

  /** Brings the page from one state of the cell to another. */
  abstract void update(EditableCell before, EditableCell after);

  /** Makes an editor for the cell, if there is none. */
  abstract void open();

  /** Lets the reader change the cell. */
  abstract void edit();

  /** Shows text as it reads, where that is another thing than to edit it. */
  abstract void render();

  /** What the reader calls the kind of the cell. */
  static Word name(Kind kind) {
    return switch (kind) {
      case CODE -> Word.CODE_CELL;
      case MARKDOWN -> Word.TEXT_CELL;
      case RAW, UNKNOWN -> Word.RAW_CELL;
    };
  }
}
