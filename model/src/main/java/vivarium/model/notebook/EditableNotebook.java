package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.notebook.NotebookCell.Kind;

/**
 * A notebook that is changed cell by cell. What no change concerns keeps its text to the last
 * character: the order of names, indentation, ends of lines, unknown members, numbers as they are
 * written. Immutable; each change gives another notebook.
 *
 * <p>Of nbformat 4 in any minor version. One of nbformat 3 becomes one of 4.5 with its first
 * change.
 */
public final class EditableNotebook {
  /** From this minor version on, cells have ids. */
  private static final int FIRST_WITH_IDS = 5;

  /** What is the same for all notebooks that came of one file. */
  private record Frame(
      String original,
      List<EditableCell> first,
      String head,
      Sequence sequence,
      String margin,
      String tail,
      TextStyle style,
      boolean hasIds) {}

  private final Frame frame;
  private final List<EditableCell> cells;

  private EditableNotebook(Frame frame, List<EditableCell> cells) {
    this.frame = frame;
    this.cells = List.copyOf(cells);
  }

  /**
   * Opens a notebook.
   *
   * @param text the file's text, without a byte order mark
   * @throws IllegalArgumentException when {@link NotebookReader} finds a fault in it; the message
   *     is the fault's
   */
  public static EditableNotebook of(String text) {
    NotebookResult result = NotebookReader.read(text);
    if (result instanceof NotebookResult.Fault fault) {
      throw new IllegalArgumentException(fault.message());
    }
    Notebook notebook = ((NotebookResult.Read) result).notebook();
    boolean isOld = notebook.major() < NotebookReader.NEWEST;
    String current = isOld ? OldNotebook.upgraded(text) : text;
    JsonPart root = JsonPart.root(current);
    JsonPart array = root.member("cells").orElseThrow();
    TextStyle style = TextStyle.of(root, array.items());
    String margin = margin(array);
    Sequence sequence = Sequence.of(array, margin, style);
    List<EditableCell> cells = new ArrayList<>();
    for (JsonPart cell : array.items()) {
      cells.add(new EditableCell(cell.raw(), sequence.margin(cells.size(), margin), style));
    }
    return new EditableNotebook(
        new Frame(
            text,
            List.copyOf(cells),
            current.substring(0, array.start()),
            sequence,
            margin,
            current.substring(array.end()),
            style,
            isOld || notebook.minor() >= FIRST_WITH_IDS),
        cells);
  }

  /** What stands before the line in which a value begins. */
  private static String margin(JsonPart part) {
    String text = part.text();
    int start = text.lastIndexOf('\n', part.start()) + 1;
    int end = start;
    while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
      end++;
    }
    return text.substring(start, end);
  }

  /** The cells, in order, unknown ones included. */
  public List<EditableCell> cells() {
    return cells;
  }

  /** The notebook as a file has it; with the cells that it was opened with, the text it had. */
  public String text() {
    if (cells.equals(frame.first())) {
      return frame.original();
    }
    String array = frame.sequence().write(cells.stream().map(EditableCell::text).toList());
    return frame.head() + array + frame.tail();
  }

  /** The notebook with these cells, which came from it or from {@link #newCell}. */
  public EditableNotebook withCells(List<EditableCell> cells) {
    return new EditableNotebook(frame, cells);
  }

  /** The notebook with another cell in the place of one. */
  public EditableNotebook with(int index, EditableCell cell) {
    List<EditableCell> changed = new ArrayList<>(cells);
    changed.set(index, cell);
    return withCells(changed);
  }

  /** The notebook with one more cell, which is then at {@code index}. */
  public EditableNotebook inserted(int index, EditableCell cell) {
    List<EditableCell> changed = new ArrayList<>(cells);
    changed.add(index, cell);
    return withCells(changed);
  }

  /** The notebook without a cell. */
  public EditableNotebook removed(int index) {
    List<EditableCell> changed = new ArrayList<>(cells);
    changed.remove(index);
    return withCells(changed);
  }

  /** The notebook with the cell at {@code from} moved to {@code to}, counted without it. */
  public EditableNotebook moved(int from, int to) {
    List<EditableCell> changed = new ArrayList<>(cells);
    changed.add(to, changed.remove(from));
    return withCells(changed);
  }

  /**
   * The notebook with one cell parted in two. The upper one is new; the lower one keeps the id, the
   * metadata and the outputs, as in Jupyter.
   *
   * @param offset where its source is parted, in UTF-16 code units; a line end there is dropped
   * @param id what the new cell is to be called
   */
  public EditableNotebook split(int index, int offset, String id) {
    EditableCell cell = cells.get(index);
    String source = cell.source();
    String above = source.substring(0, offset);
    String below = source.substring(offset);
    EditableCell upper = newCell(cell.kind(), withoutLastLineEnd(above), id);
    EditableCell lower = cell.withSource(withoutFirstLineEnd(below));
    return with(index, lower).inserted(index, upper);
  }

  private static String withoutLastLineEnd(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String withoutFirstLineEnd(String text) {
    if (text.startsWith("\r\n")) {
      return text.substring(2);
    }
    return text.startsWith("\n") ? text.substring(1) : text;
  }

  /**
   * The notebook with a cell joined to the one before it, a blank line between them. The upper one
   * stays; as code it has not run.
   *
   * @param index the lower of the two, not the first cell
   */
  public EditableNotebook joined(int index) {
    EditableCell upper = cells.get(index - 1);
    String source = upper.source() + "\n\n" + cells.get(index).source();
    EditableCell joined = upper.withSource(source);
    return with(index - 1, joined.kind() == Kind.CODE ? joined.withoutRun() : joined)
        .removed(index);
  }

  /**
   * A cell that can be put into this notebook.
   *
   * @param id what it is to be called where cells have ids; changed when the format does not allow
   *     it, or another cell has it
   */
  public EditableCell newCell(Kind kind, String source, String id) {
    return EditableCell.of(
        kind,
        frame.hasIds() ? Optional.of(freeId(id)) : Optional.empty(),
        source,
        frame.sequence().margin(0, frame.margin()),
        frame.style());
  }

  /** A copy of a cell, under another id. */
  public EditableCell copyOf(EditableCell cell, String id) {
    return cell.withId(frame.hasIds() ? Optional.of(freeId(id)) : Optional.empty());
  }

  private String freeId(String wanted) {
    CellIds ids = new CellIds();
    for (EditableCell cell : cells) {
      cell.id().ifPresent(ids::next);
    }
    return ids.next(wanted);
  }
}
