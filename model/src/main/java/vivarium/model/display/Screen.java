package vivarium.model.display;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a terminal and its cursor. Lines are as wide as what is written; the cursor reaches
 * the last {@link #HEIGHT} of them, and those above stay as they are.
 */
final class Screen {
  /** As high as terminals are, so that programs that draw find what they drew before. */
  static final int HEIGHT = 40;

  /** How far to the right a cursor is moved; text itself may be longer. */
  static final int WIDTH = 1000;

  /** How many blanks may fill the gaps before a cursor that was moved, in all. */
  static final int MOST_BLANKS = 100_000;

  private static final int TAB = 8;

  private final List<Row> rows = new ArrayList<>();
  private int row;
  private int column;
  private int blanks;
  private int changedRow = Integer.MAX_VALUE;
  private int changedColumn;

  Screen() {
    rows.add(new Row());
  }

  Row row(int index) {
    return rows.get(index);
  }

  /** How many rows there are to show: blank ones below the cursor are none. */
  int shown() {
    int last = rows.size() - 1;
    while (last > row && rows.get(last).length() == 0) {
      last--;
    }
    return last + 1;
  }

  /** The first row that may still change. */
  int top() {
    return Math.max(0, rows.size() - HEIGHT);
  }

  /** The row of the first change since {@link #settle}; a very large number when there is none. */
  int changedRow() {
    return changedRow;
  }

  int changedColumn() {
    return changedColumn;
  }

  /** What has changed up to now is known. */
  void settle() {
    changedRow = Integer.MAX_VALUE;
  }

  void put(int point, TextStyle style) {
    Row current = rows.get(row);
    fill(current);
    changed(column);
    current.put(column, point, style);
    column++;
  }

  /** Goes to the start of the next row. */
  void lineFeed() {
    if (row == rows.size() - 1) {
      changed(rows.get(row).length());
      rows.add(new Row());
    }
    row++;
    column = 0;
  }

  void carriageReturn() {
    column = 0;
  }

  /** Goes to the next of the tab stops, which stand at every eighth column. */
  void tab() {
    Row current = rows.get(row);
    int stop = column - column % TAB + TAB;
    while (column < stop) {
      if (column >= current.length()) {
        changed(current.length());
        current.put(current.length(), ' ', TextStyle.PLAIN);
      }
      column++;
    }
  }

  void up(int distance) {
    row = Math.max(top(), row - distance);
  }

  /** Goes down, to rows that are made when they are missing, but not below the screen. */
  void down(int distance) {
    toRow(row - top() + Math.min(distance, HEIGHT));
  }

  void left(int distance) {
    column = Math.max(0, column - distance);
  }

  void right(int distance) {
    toColumn(column + distance);
  }

  /** Goes to a column, 0-based. */
  void toColumn(int target) {
    column = Math.max(0, Math.min(target, Math.max(WIDTH - 1, rows.get(row).length())));
  }

  /** Goes to a row of the screen, 0-based. */
  void toRow(int target) {
    int top = top();
    row = top + Math.max(0, Math.min(target, HEIGHT - 1));
    while (rows.size() <= row) {
      rows.add(new Row());
    }
  }

  /** Erases in the row: 0 from the cursor on, 1 up to it and with it, 2 all. */
  void eraseInRow(int mode) {
    Row current = rows.get(row);
    if (mode == 1) {
      changed(0);
      current.blank(column + 1);
    } else if (mode == 0 || mode == 2) {
      int from = mode == 0 ? column : 0;
      if (from < current.length()) {
        changed(from);
        current.cut(from);
      }
    }
  }

  /** Erases on the screen: 0 from the cursor on, 1 up to it and with it, 2 or 3 all. */
  void erase(int mode) {
    if (mode < 0 || mode > 3) {
      return;
    }
    int from = mode == 0 ? row + 1 : top();
    int end = mode == 1 ? row : rows.size();
    for (int i = from; i < end; i++) {
      changed(i, 0);
      rows.get(i).cut(0);
    }
    if (mode < 2) {
      eraseInRow(mode);
    }
  }

  /** Fills the gap between the end of the row and the cursor. */
  private void fill(Row current) {
    while (current.length() < column && blanks < MOST_BLANKS) {
      changed(current.length());
      current.put(current.length(), ' ', TextStyle.PLAIN);
      blanks++;
    }
    column = Math.min(column, current.length());
  }

  private void changed(int atColumn) {
    changed(row, atColumn);
  }

  private void changed(int atRow, int atColumn) {
    if (atRow < changedRow) {
      changedRow = atRow;
      changedColumn = atColumn;
    } else if (atRow == changedRow) {
      changedColumn = Math.min(changedColumn, atColumn);
    }
  }
}
