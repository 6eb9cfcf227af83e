package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.web.notebook.Command.When;
import vivarium.web.notebook.edit.Hidden;

/** All commands: what the keys, the palette, the list of shortcuts and the buttons know. */
final class Commands {
  private final List<Command> all = new ArrayList<>();
  private final Desk desk;
  private final CellEdits edits;
  private final CellRuns cells;
  private Word group = Word.GROUP_RUN;

  Commands(Desk desk, CellEdits edits, CellRuns cells) {
    this.desk = desk;
    this.edits = edits;
    this.cells = cells;
    run();
    move();
    change();
    kinds();
    show();
  }

  List<Command> all() {
    return List.copyOf(all);
  }

  /** The command of this id. */
  Optional<Command> get(String id) {
    return all.stream().filter(command -> command.id().equals(id)).findFirst();
  }

  /** Adds commands about the page as a whole. */
  void add(String id, Word title, When when, Runnable action, String... keys) {
    all.add(new Command(id, title, group, List.of(keys), when, action));
  }

  /** What is added from now on is about this. */
  void group(Word next) {
    group = next;
  }

  private void run() {
    group(Word.GROUP_RUN);
    add("run", Word.RUN_CELL, When.ALWAYS, cells::run, "Ctrl-Enter");
    add("run-next", Word.RUN_NEXT, When.ALWAYS, this::runAndGoOn, "Shift-Enter");
    add("run-insert", Word.RUN_INSERT, When.ALWAYS, this::runAndInsert, "Alt-Enter");
    add("run-all", Word.RUN_ALL, When.SELECTING, () -> cells.run(0, desk.book().size()));
    add("run-above", Word.RUN_ABOVE, When.SELECTING, () -> cells.run(0, at()));
    add("run-below", Word.RUN_BELOW, When.SELECTING, () -> cells.run(at(), desk.book().size()));
    add("stop", Word.STOP_RUNNING, When.SELECTING, () -> cells.runs().stop(), "i i");
    add("restart", Word.RESTART, When.SELECTING, () -> cells.runs().restart(), "0 0");
    add("restart-run-all", Word.RESTART_RUN_ALL, When.SELECTING, this::restartAndRunAll);
  }

  /** Runs the selected cells and goes to the next one, which is made when there is none. */
  private void runAndGoOn() {
    int to = desk.selection().to();
    cells.run();
    if (to + 1 < desk.book().size()) {
      desk.select(to + 1);
    } else {
      insertAndEdit(to + 1);
    }
  }

  /** Runs the selected cells and puts a new one below. */
  private void runAndInsert() {
    int to = desk.selection().to();
    cells.run();
    insertAndEdit(to + 1);
  }

  private void insertAndEdit(int index) {
    insert(index);
    desk.edit();
  }

  private void restartAndRunAll() {
    cells.runs().restart();
    edits.clearOutputs(0, desk.book().size() - 1);
    cells.run(0, desk.book().size());
  }

  private int at() {
    return desk.selection().at();
  }

  private void move() {
    group(Word.GROUP_MOVE);
    add("edit", Word.EDIT_CELL, When.SELECTING, desk::edit, "Enter");
    add("leave", Word.LEAVE_CELL, When.EDITING, desk::leave, "Escape");
    add("next", Word.NEXT_CELL, When.SELECTING, () -> desk.select(at() + 1), "j", "ArrowDown");
    add(
        "previous",
        Word.PREVIOUS_CELL,
        When.SELECTING,
        () -> desk.select(at() - 1),
        "k",
        "ArrowUp");
    add("first", Word.FIRST_CELL, When.SELECTING, () -> desk.select(0), "Ctrl-Home");
    add(
        "last",
        Word.LAST_CELL,
        When.SELECTING,
        () -> desk.select(desk.book().size() - 1),
        "Ctrl-End");
    add(
        "extend-down",
        Word.EXTEND_DOWN,
        When.SELECTING,
        () -> desk.extend(1),
        "Shift-j",
        "Shift-ArrowDown");
    add(
        "extend-up",
        Word.EXTEND_UP,
        When.SELECTING,
        () -> desk.extend(-1),
        "Shift-k",
        "Shift-ArrowUp");
    add("select-all", Word.SELECT_ALL_CELLS, When.SELECTING, desk::selectAll, "Ctrl-a");
  }

  private void change() {
    group(Word.GROUP_CELLS);
    add(
        "insert-above",
        Word.INSERT_ABOVE,
        When.SELECTING,
        () -> insert(desk.selection().from()),
        "a");
    add(
        "insert-below",
        Word.INSERT_BELOW,
        When.SELECTING,
        () -> insert(desk.selection().to() + 1),
        "b");
    add("cut", Word.CUT, When.SELECTING, edits::cut, "x");
    add("copy", Word.COPY_CELLS, When.SELECTING, edits::copy, "c");
    add("paste", Word.PASTE, When.SELECTING, () -> edits.paste(desk.selection().to() + 1), "v");
    add(
        "paste-above",
        Word.PASTE_ABOVE,
        When.SELECTING,
        () -> edits.paste(desk.selection().from()),
        "Shift-v");
    add("delete", Word.DELETE_CELLS, When.SELECTING, edits::delete, "d d");
    add("undo", Word.UNDO_CELLS, When.SELECTING, edits::undo, "z");
    add("redo", Word.REDO_CELLS, When.SELECTING, edits::redo, "Shift-z");
    add("move-up", Word.MOVE_UP, When.ALWAYS, () -> edits.move(false), "Ctrl-Shift-ArrowUp");
    add("move-down", Word.MOVE_DOWN, When.ALWAYS, () -> edits.move(true), "Ctrl-Shift-ArrowDown");
    add("split", Word.SPLIT, When.EDITING, edits::split, "Ctrl-Shift--");
    add("merge", Word.MERGE, When.SELECTING, edits::merge, "Shift-m");
  }

  private void insert(int index) {
    edits.add(index, Kind.CODE);
  }

  private void kinds() {
    group(Word.GROUP_KINDS);
    add("code", Word.TO_CODE, When.SELECTING, () -> edits.become(Kind.CODE), "y");
    add("markdown", Word.TO_TEXT, When.SELECTING, () -> edits.become(Kind.MARKDOWN), "m");
    add("raw", Word.TO_RAW, When.SELECTING, () -> edits.become(Kind.RAW), "r");
    for (int level = 1; level <= 6; level++) {
      int of = level;
      all.add(
          new Command(
              "heading-" + level,
              Word.valueOf("TO_HEADING_" + level),
              group,
              List.of(Integer.toString(level)),
              When.SELECTING,
              () -> edits.becomeHeading(of)));
    }
  }

  private void show() {
    group(Word.GROUP_OUTPUTS);
    add("fold-outputs", Word.FOLD_OUTPUTS, When.SELECTING, () -> edits.fold(Hidden.OUTPUTS), "o");
    add(
        "fold-source",
        Word.FOLD_SOURCE,
        When.SELECTING,
        () -> edits.fold(Hidden.SOURCE),
        "Shift-o");
    add(
        "clear",
        Word.CLEAR_OUTPUTS,
        When.SELECTING,
        () -> edits.clearOutputs(desk.selection().from(), desk.selection().to()));
    add(
        "clear-all",
        Word.CLEAR_ALL_OUTPUTS,
        When.SELECTING,
        () -> edits.clearOutputs(0, desk.book().size() - 1));
  }
}
