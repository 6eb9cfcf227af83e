package vivarium.execute.compare;

import java.util.ArrayList;
import java.util.List;
import vivarium.execute.compare.DiffLine.Kind;
import vivarium.execute.text.Printable;

/** Takes out of a diff what a person needs to see. */
final class Excerpt {
  /** What fits on a screen. */
  static final int MOST_LINES = 40;

  /** Of lines in a row that are all recorded or all new; so both sides are seen. */
  static final int MOST_IN_A_ROW = 15;

  /** A line for a terminal of 80 columns and for two more rows of it. */
  static final int MOST_CHARACTERS = 240;

  /** Lines that are the same, before and after a change. */
  private static final int CONTEXT = 2;

  private final List<DiffLine> all;
  private final List<DiffLine> shown = new ArrayList<>();

  private Excerpt(List<DiffLine> all) {
    this.all = all;
  }

  /** The changes with a few lines around them; empty when nothing changed. */
  static List<DiffLine> of(List<DiffLine> diff) {
    if (diff.stream().noneMatch(Excerpt::isChange)) {
      return List.of();
    }
    Excerpt excerpt = new Excerpt(diff);
    for (int i = 0; i < diff.size(); ) {
      int end = excerpt.endOfRow(i);
      excerpt.row(i, end);
      i = end;
    }
    return excerpt.shown;
  }

  /** At most {@link #MOST_LINES} of {@code lines}, the last one with the number of the others. */
  static List<DiffLine> bounded(List<DiffLine> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<DiffLine> first = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
    first.add(note(lines.size() - first.size(), "more of this difference"));
    return first;
  }

  private int endOfRow(int start) {
    int end = start;
    while (end < all.size() && all.get(end).kind() == all.get(start).kind()) {
      end++;
    }
    return end;
  }

  private void row(int start, int end) {
    int length = end - start;
    if (isChange(all.get(start))) {
      int kept = length <= MOST_IN_A_ROW ? length : MOST_IN_A_ROW - 1;
      show(start, start + kept);
      if (kept < length) {
        boolean isNow = all.get(start).kind() == Kind.NOW;
        shown.add(note(length - kept, isNow ? "more now" : "more recorded"));
      }
      return;
    }
    int before = start == 0 ? 0 : CONTEXT;
    int after = end == all.size() ? 0 : CONTEXT;
    boolean isBetweenChanges = before > 0 && after > 0;
    if (length <= before + after + (isBetweenChanges ? 1 : 0)) {
      show(start, end);
      return;
    }
    show(start, start + before);
    if (isBetweenChanges) {
      shown.add(note(length - before - after, "that agree"));
    }
    show(end - after, end);
  }

  private void show(int start, int end) {
    for (DiffLine line : all.subList(start, end)) {
      shown.add(new DiffLine(line.kind(), Printable.line(line.text(), MOST_CHARACTERS)));
    }
  }

  private static boolean isChange(DiffLine line) {
    return line.kind() == Kind.RECORDED || line.kind() == Kind.NOW;
  }

  private static DiffLine note(int count, String what) {
    return new DiffLine(
        Kind.NOTE, "%d %s %s".formatted(count, count == 1 ? "line" : "lines", what));
  }
}
