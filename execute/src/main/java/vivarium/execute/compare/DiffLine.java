package vivarium.execute.compare;

/**
 * A line of a {@link Difference}.
 *
 * @param text the line, printable, cut when it is very long
 */
public record DiffLine(Kind kind, String text) {
  /** What a line is. */
  public enum Kind {
    /** Recorded and written. */
    SAME(' '),
    /** Recorded, not written. */
    RECORDED('-'),
    /** Written, not recorded. */
    NOW('+'),
    /** A remark: how many lines are left out here, or which stream comes next. */
    NOTE('@');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }
  }

  /** The line after its sign, as in {@code - recorded}. */
  @Override
  public String toString() {
    return kind.sign + " " + text;
  }
}
