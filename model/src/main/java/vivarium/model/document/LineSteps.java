package vivarium.model.document;

import java.util.List;

/**
 * Lines of code that a deck emphasises one step after the other, as in {@code [1|2-3,5|all]}.
 *
 * @param steps the steps in order; an empty step stands for all lines
 */
public record LineSteps(List<List<Range>> steps) {
  /** No emphasis at all. */
  public static final LineSteps NONE = new LineSteps(List.of());

  /**
   * Some lines that follow each other.
   *
   * @param first the first line, 1-based
   * @param last the last line, 1-based, not before the first
   */
  public record Range(int first, int last) {
    public Range {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("not a range of lines: " + first + "-" + last);
      }
    }
  }

  public LineSteps {
    steps = steps.stream().map(List::copyOf).toList();
  }
}
