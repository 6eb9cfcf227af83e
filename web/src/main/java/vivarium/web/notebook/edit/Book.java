package vivarium.web.notebook.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.EditableNotebook;
import vivarium.model.notebook.NotebookCell.Kind;

/**
 * The notebook that a reader works on. What they do to its cells can be taken back; what they type
 * into one is for its editor to take back.
 */
public final class Book {
  /** More steps back nobody goes, and each holds on to cells that are gone. */
  private static final int MOST_STEPS = 100;

  private final Supplier<String> ids;
  private EditableNotebook notebook;
  private List<Item> items = new ArrayList<>();
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private int lastKey;

  /**
   * Opens a notebook.
   *
   * @param text its file
   * @param ids proposes ids for new cells
   * @throws IllegalArgumentException when it is no notebook
   */
  public Book(String text, Supplier<String> ids) {
    this.ids = ids;
    this.notebook = EditableNotebook.of(text);
    notebook.cells().forEach(cell -> items.add(item(cell)));
  }

  private Item item(EditableCell cell) {
    return new Item(++lastKey, cell);
  }

  /** The cells, in order. */
  public List<Item> items() {
    return List.copyOf(items);
  }

  public int size() {
    return items.size();
  }

  public Item get(int index) {
    return items.get(index);
  }

  /** Where a cell stands; -1 when it is gone. */
  public int indexOf(int key) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).key() == key) {
        return i;
      }
    }
    return -1;
  }

  /** The notebook as a file has it. */
  public String text() {
    return current().text();
  }

  private EditableNotebook current() {
    return notebook.withCells(items.stream().map(Item::cell).toList());
  }

  /**
   * Takes another text of the same notebook, from another tab or another time. Cells that are alike
   * in both stay the same ones; the steps back are forgotten.
   */
  public void replace(String text) {
    EditableNotebook other = EditableNotebook.of(text);
    List<Item> next = new Matching(items).match(other.cells(), this::item);
    notebook = other;
    items = next;
    done.clear();
    undone.clear();
  }

  /**
   * Changes a cell in a way that is no step: what is typed, what it writes when it runs, how it is
   * shown.
   */
  public void change(int key, UnaryOperator<EditableCell> change) {
    int index = indexOf(key);
    if (index >= 0) {
      Item item = items.get(index);
      items.set(index, item.with(change.apply(item.cell())));
    }
  }

  /** Puts a new cell at a place, and returns it. */
  public Item insert(int index, Kind kind, String source) {
    Item added = item(current().newCell(kind, source, ids.get()));
    List<Item> next = new ArrayList<>(items);
    next.add(index, added);
    take(next);
    return added;
  }

  /** Puts copies of cells at a place. */
  public void paste(int index, List<EditableCell> cells) {
    List<Item> next = new ArrayList<>(items);
    int at = index;
    for (EditableCell cell : cells) {
      EditableNotebook with = notebook.withCells(next.stream().map(Item::cell).toList());
      next.add(at++, item(with.copyOf(cell, ids.get())));
    }
    take(next);
  }

  /** Takes the cells from {@code from} to {@code to} out; a notebook is never empty. */
  public void remove(int from, int to) {
    List<Item> next = new ArrayList<>(items);
    next.subList(from, to + 1).clear();
    if (next.isEmpty()) {
      next.add(item(notebook.withCells(List.of()).newCell(Kind.CODE, "", ids.get())));
    }
    take(next);
  }

  /**
   * Moves the cells from {@code from} to {@code to} by one place; false when they are at the end.
   */
  public boolean move(int from, int to, boolean down) {
    if (down ? to + 1 >= items.size() : from == 0) {
      return false;
    }
    List<Item> next = new ArrayList<>(items);
    if (down) {
      next.add(from, next.remove(to + 1));
    } else {
      next.add(to, next.remove(from - 1));
    }
    take(next);
    return true;
  }

  /**
   * Parts a cell in two; the lower one is the one that was.
   *
   * @param offset in its source, in UTF-16 code units
   */
  public void split(int index, int offset) {
    EditableNotebook parted = current().split(index, offset, ids.get());
    List<Item> next = new ArrayList<>(items);
    next.set(index, next.get(index).with(parted.cells().get(index + 1)));
    next.add(index, item(parted.cells().get(index)));
    take(next);
  }

  /** Joins the cells from {@code from} to {@code to}, which takes two of them, into the first. */
  public void join(int from, int to) {
    EditableNotebook joined = current();
    for (int i = from; i < to; i++) {
      joined = joined.joined(from + 1);
    }
    List<Item> next = new ArrayList<>(items);
    next.subList(from + 1, to + 1).clear();
    next.set(from, next.get(from).with(joined.cells().get(from)));
    take(next);
  }

  /** Changes each of some cells, as one step. */
  public void changeAll(int from, int to, UnaryOperator<EditableCell> change) {
    List<Item> next = new ArrayList<>(items);
    for (int i = from; i <= to; i++) {
      next.set(i, next.get(i).with(change.apply(next.get(i).cell())));
    }
    take(next);
  }

  private void take(List<Item> next) {
    if (next.equals(items)) {
      return;
    }
    done.push(new Step(items, next));
    if (done.size() > MOST_STEPS) {
      done.removeLast();
    }
    undone.clear();
    items = next;
  }

  /** Takes the last step back; false when there is none. */
  public boolean undo() {
    if (done.isEmpty()) {
      return false;
    }
    Step step = done.pop();
    undone.push(step);
    items = new ArrayList<>(step.undone(items));
    return true;
  }

  /** Takes the last step that was taken back once more. */
  public boolean redo() {
    if (undone.isEmpty()) {
      return false;
    }
    Step step = undone.pop();
    done.push(step);
    items = new ArrayList<>(step.redone(items));
    return true;
  }
}
