package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.web.cell.Cells;
import vivarium.web.notebook.edit.Item;

/** The cells on the page, in the order of the notebook. */
final class CellViews {
  private final HTMLElement root;
  private final Cells cells;
  private final ProseView.Changed changed;
  private Map<Integer, CellView> views = new LinkedHashMap<>();
  private boolean live;

  /**
   * @param root the element that the cells stand in
   * @param changed learns of what is typed into text
   */
  CellViews(HTMLElement root, Cells cells, ProseView.Changed changed) {
    this.root = root;
    this.cells = cells;
    this.changed = changed;
  }

  /** Takes over the cells that the page was built with. */
  void adopt(List<Item> items) {
    NodeList<? extends HTMLElement> sections = root.querySelectorAll(":scope > .viv-nb-cell");
    List<HTMLElement> found = new ArrayList<>();
    for (int i = 0; i < sections.getLength(); i++) {
      found.add(sections.item(i));
    }
    for (int i = 0; i < items.size() && i < found.size(); i++) {
      Item item = items.get(i);
      CellView view =
          item.cell().kind() == Kind.CODE
              ? CodeView.adopt(item.key(), found.get(i), item.cell(), cells)
              : ProseView.adopt(item.key(), found.get(i), item.cell(), cells, changed);
      views.put(item.key(), view);
    }
  }

  /** From now on, elements that are put on the page become live cells at once. */
  void live() {
    live = true;
    views.values().forEach(CellViews::connect);
  }

  private static void connect(CellView view) {
    if (view instanceof CodeView code) {
      code.connected();
    }
  }

  /** Shows these cells; what is on the page already stays there. */
  void show(List<Item> items) {
    Map<Integer, CellView> next = new LinkedHashMap<>();
    List<CellView> made = new ArrayList<>();
    for (Item item : items) {
      CellView view = views.get(item.key());
      if (view == null || view.kind() != item.cell().kind()) {
        view = create(item.key(), item.cell());
        made.add(view);
      } else {
        view.show(item.cell());
      }
      next.put(item.key(), view);
    }
    for (CellView view : views.values()) {
      if (next.get(view.key()) != view) {
        view.section().delete();
      }
    }
    views = next;
    order();
    if (live) {
      made.forEach(CellViews::connect);
    }
  }

  private CellView create(int key, EditableCell cell) {
    return cell.kind() == Kind.CODE
        ? CodeView.create(key, cell, cells)
        : ProseView.create(key, cell, cells, changed);
  }

  /** From the end, so that a cell that stands right is not touched: its editor keeps the focus. */
  private void order() {
    List<CellView> all = new ArrayList<>(views.values());
    @Nullable HTMLElement next = null;
    for (int i = all.size() - 1; i >= 0; i--) {
      Dom.place(root, all.get(i).section(), next);
      next = all.get(i).section();
    }
  }

  /** The cell of this key; it has to be on the page. */
  CellView get(int key) {
    CellView view = views.get(key);
    if (view == null) {
      throw new IllegalArgumentException("no cell " + key);
    }
    return view;
  }

  /** Whether the cell is on the page. */
  boolean has(int key) {
    return views.containsKey(key);
  }

  /** The key of the cell that holds an element, or 0. */
  static int keyOf(HTMLElement element) {
    HTMLElement section = closest(element);
    String key = section == null ? null : section.getAttribute("data-key");
    return key == null ? 0 : Integer.parseInt(key);
  }

  @JSBody(params = "element", script = "return element.closest('.viv-nb-cell');")
  private static native @Nullable HTMLElement closest(HTMLElement element);
}
