package vivarium.model.display;

/** The numbers of an escape sequence, parted by semicolons, or by colons within a group. */
final class Parameters {
  /** More than any sequence means; what is beyond is left out. */
  static final int MOST = 64;

  /** Larger than any screen, and far from an overflow. */
  static final int LARGEST = 1_000_000;

  private static final int ABSENT = -1;

  private final int[] values = new int[MOST];
  private final boolean[] grouped = new boolean[MOST];
  private int count;
  private boolean ignored;

  void clear() {
    count = 0;
    ignored = false;
  }

  /** Takes a character from {@code 0} to {@code ?}. */
  void add(char c) {
    if (c > ';') {
      ignored = true; // What the sequence means is a terminal's own.
      return;
    }
    if (count == 0) {
      start(false);
    }
    if (c == ';' || c == ':') {
      start(c == ':');
    } else if (count <= MOST) {
      int value = Math.max(0, values[count - 1]);
      values[count - 1] = Math.min(LARGEST, value * 10 + (c - '0'));
    }
  }

  private void start(boolean inGroup) {
    if (count < MOST) {
      values[count] = ABSENT;
      grouped[count] = inGroup;
    }
    count = Math.min(count + 1, MOST + 1);
  }

  /** Whether the sequence is one of those that are swallowed. */
  boolean ignored() {
    return ignored;
  }

  int count() {
    return Math.min(count, MOST);
  }

  /** The number at {@code index}, 0-based, or {@code absent} when it was not given. */
  int get(int index, int absent) {
    return index < count() && values[index] != ABSENT ? values[index] : absent;
  }

  /** How far a cursor goes: 1 when nothing, or nought, is given. */
  int distance() {
    return Math.max(1, get(0, 1));
  }

  /** Where the group ends that begins at {@code index}, exclusive. */
  int endOfGroup(int index) {
    int end = index + 1;
    while (end < count() && grouped[end]) {
      end++;
    }
    return end;
  }
}
