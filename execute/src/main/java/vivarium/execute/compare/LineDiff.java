package vivarium.execute.compare;

import java.util.ArrayList;
import java.util.List;
import vivarium.execute.compare.DiffLine.Kind;

/**
 * Finds the fewest lines that make recorded lines into those of now. A recorded line that is an
 * ellipsis stands for any number of lines.
 *
 * <p>Takes time in proportion to the lines, but for a part of bounded size: where more differs, it
 * is shown as a whole.
 */
final class LineDiff {
  /** Recorded lines times lines of now, between the first and the last that differ. */
  static final int MOST_PAIRS = 250_000;

  /** Steps of looking for lines behind ellipses in outputs too large for {@link #MOST_PAIRS}. */
  private static final int MOST_STEPS = 1_000_000;

  private final List<TextLine> recorded;
  private final List<TextLine> now;
  private final List<DiffLine> lines = new ArrayList<>();

  private LineDiff(List<TextLine> recorded, List<TextLine> now) {
    this.recorded = recorded;
    this.now = now;
  }

  /** All lines, those that are the same too; the text of a line that is the same is now's. */
  static List<DiffLine> of(List<TextLine> recorded, List<TextLine> now) {
    LineDiff diff = new LineDiff(recorded, now);
    diff.compare();
    return diff.lines;
  }

  private void compare() {
    int first = 0;
    while (first < recorded.size() && first < now.size() && allows(first, first)) {
      add(Kind.SAME, now.get(first));
      first++;
    }
    int recordedEnd = recorded.size();
    int nowEnd = now.size();
    while (recordedEnd > first && nowEnd > first && allows(recordedEnd - 1, nowEnd - 1)) {
      recordedEnd--;
      nowEnd--;
    }
    long pairs = (recordedEnd - first + 1L) * (nowEnd - first + 1L);
    if (pairs <= MOST_PAIRS) {
      fewest(first, recordedEnd, nowEnd);
    } else if (!isAllowed(first, recordedEnd, nowEnd)) {
      recorded.subList(first, recordedEnd).forEach(line -> add(Kind.RECORDED, line));
      now.subList(first, nowEnd).forEach(line -> add(Kind.NOW, line));
    }
    now.subList(nowEnd, now.size()).forEach(line -> add(Kind.SAME, line));
  }

  /** An ellipsis is left to those who can look further than one line. */
  private boolean allows(int i, int j) {
    return !recorded.get(i).isEllipsis() && recorded.get(i).allows(now.get(j));
  }

  private void fewest(int first, int recordedEnd, int nowEnd) {
    int rows = recordedEnd - first;
    int columns = nowEnd - first;
    int[][] cost = new int[rows + 1][columns + 1];
    for (int i = rows; i >= 0; i--) {
      for (int j = columns; j >= 0; j--) {
        if (i < rows || j < columns) {
          int without = i < rows ? cost[i + 1][j] + removal(first + i) : Integer.MAX_VALUE;
          int more =
              j < columns ? cost[i][j + 1] + addition(i < rows, first + i) : Integer.MAX_VALUE;
          cost[i][j] = Math.min(without, more);
          if (i < rows && j < columns && allows(first + i, first + j)) {
            cost[i][j] = Math.min(cost[i][j], cost[i + 1][j + 1]);
          }
        }
      }
    }
    walk(cost, first, rows, columns);
  }

  private void walk(int[][] cost, int first, int rows, int columns) {
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      if (i < rows
          && j < columns
          && cost[i][j] == cost[i + 1][j + 1]
          && allows(first + i, first + j)) {
        add(Kind.SAME, now.get(first + j));
        i++;
        j++;
      } else if (i < rows && cost[i][j] == cost[i + 1][j] + removal(first + i)) {
        TextLine line = recorded.get(first + i);
        add(line.isEllipsis() ? Kind.SAME : Kind.RECORDED, line);
        i++;
      } else {
        if (addition(i < rows, first + i) > 0) {
          add(Kind.NOW, now.get(first + j));
        }
        j++;
      }
    }
  }

  private int removal(int i) {
    return recorded.get(i).isEllipsis() ? 0 : 1;
  }

  private int addition(boolean isBeforeRecorded, int i) {
    return isBeforeRecorded && recorded.get(i).isEllipsis() ? 0 : 1;
  }

  /** Whether everything between differs only in what ellipses stand for. */
  private boolean isAllowed(int first, int recordedEnd, int nowEnd) {
    int i = first;
    int j = first;
    int ellipsis = -1;
    int retry = first;
    for (int steps = 0; j < nowEnd; steps++) {
      if (steps > MOST_STEPS) {
        return false;
      }
      if (i < recordedEnd && recorded.get(i).isEllipsis()) {
        ellipsis = i++;
        retry = j;
      } else if (i < recordedEnd && allows(i, j)) {
        i++;
        j++;
      } else if (ellipsis >= 0) {
        i = ellipsis + 1;
        j = ++retry;
      } else {
        return false;
      }
    }
    while (i < recordedEnd && recorded.get(i).isEllipsis()) {
      i++;
    }
    return i == recordedEnd;
  }

  private void add(Kind kind, TextLine line) {
    lines.add(new DiffLine(kind, line.text()));
  }
}
