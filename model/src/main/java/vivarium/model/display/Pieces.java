package vivarium.model.display;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces in which a screen has been shown so far. What is added at the end becomes a new piece,
 * and a change further up replaces the pieces from there on; rows that can still change have pieces
 * of their own, so that little is replaced.
 */
final class Pieces {
  private record Place(int row, int column) {
    boolean isBefore(Place other) {
      return row < other.row || (row == other.row && column < other.column);
    }
  }

  private final Screen screen;

  /** Where the pieces begin. */
  private final List<Place> starts = new ArrayList<>();

  /** Where the last piece ends. */
  private Place end = new Place(0, 0);

  Pieces(Screen screen) {
    this.screen = screen;
  }

  /** Adds the new pieces to {@code added}, and returns how many of those before them stay. */
  int update(List<String> added) {
    int shown = screen.shown();
    Place target = new Place(shown - 1, screen.row(shown - 1).length());
    Place changed = firstChange(shown);
    screen.settle();
    boolean appended = !changed.isBefore(end);
    while (changed.isBefore(end)) {
      end = starts.remove(starts.size() - 1);
    }
    int kept = starts.size();
    if (appended) {
      add(shown - 1, added);
    } else {
      for (int row = Math.max(end.row() + 1, Math.min(screen.top(), shown - 1));
          row < shown;
          row++) {
        add(row, added);
      }
    }
    addRest(shown, added);
    end = target;
    return kept;
  }

  /** The first place that is not as it was shown. */
  private Place firstChange(int shown) {
    Place change = end;
    if (screen.changedRow() < end.row()
        || (screen.changedRow() == end.row() && screen.changedColumn() < end.column())) {
      change = new Place(screen.changedRow(), screen.changedColumn());
    }
    if (shown <= end.row() && shown - 1 < change.row()) {
      change = new Place(shown - 1, 0);
    }
    return new Place(change.row(), screen.row(change.row()).startOfRun(change.column()));
  }

  /** Adds a piece from the end up to the start of {@code row}, unless it begins after that. */
  private void add(int row, List<String> added) {
    if (end.row() < row) {
      StringBuilder html = new StringBuilder();
      rows(screen, end.row(), end.column(), row, html);
      html.append('\n');
      starts.add(end);
      added.add(html.toString());
      end = new Place(row, 0);
    }
  }

  private void addRest(int shown, List<String> added) {
    StringBuilder html = new StringBuilder();
    rows(screen, end.row(), end.column(), shown, html);
    if (html.length() > 0) {
      starts.add(end);
      added.add(html.toString());
    }
  }

  /** Writes rows up to {@code to}, exclusive, the first of them from {@code column} on. */
  static void rows(Screen screen, int from, int column, int to, StringBuilder out) {
    for (int row = from; row < to; row++) {
      out.append(row == from ? "" : "\n");
      screen.row(row).html(row == from ? column : 0, out);
    }
  }
}
