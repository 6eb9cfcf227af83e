package vivarium.web.notebook;

/** The cells that commands act on: the one that the reader is at, and those up to an anchor. */
final class Selection {
  private int at;
  private int anchor;

  /** The place of the cell that the reader is at, 0-based. */
  int at() {
    return at;
  }

  int from() {
    return Math.min(at, anchor);
  }

  int to() {
    return Math.max(at, anchor);
  }

  boolean isSeveral() {
    return at != anchor;
  }

  boolean holds(int index) {
    return index >= from() && index <= to();
  }

  /** Goes to a cell, and selects it alone. */
  void goTo(int index) {
    at = index;
    anchor = index;
  }

  /** Goes to a cell, and selects those on the way as well. */
  void extendTo(int index) {
    at = index;
  }

  /** Keeps to a notebook of so many cells. */
  void keepWithin(int size) {
    at = Math.max(0, Math.min(at, size - 1));
    anchor = Math.max(0, Math.min(anchor, size - 1));
  }
}
