package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.model.document.LineSteps;
import vivarium.model.document.LineSteps.Range;

/** Reads lines to emphasise: {@code 1|2-3,5|all}. {@code *} and nothing stand for all lines too. */
final class LineStepReader {
  /** Further lines than any code on a slide has; keeps numbers within an int. */
  static final int MAX_LINE = 99_999;

  private static final Pattern SHAPE = Pattern.compile("(?:all|[\\s\\d|,*-])+");

  private LineStepReader() {}

  /** Whether {@code text} can be meant as lines, rather than as attributes. */
  static boolean isMeantBy(String text) {
    return !text.isBlank() && SHAPE.matcher(text).matches();
  }

  /** The steps, or empty when {@code text} is not written as it should be. */
  static Optional<LineSteps> read(String text) {
    List<List<Range>> steps = new ArrayList<>();
    for (String step : text.split("\\|", -1)) {
      Optional<List<Range>> ranges = step(step.strip());
      if (ranges.isEmpty()) {
        return Optional.empty();
      }
      steps.add(ranges.get());
    }
    return Optional.of(new LineSteps(steps));
  }

  /** The last line that is named, or 0. */
  static int lastLine(LineSteps steps) {
    return steps.steps().stream().flatMap(List::stream).mapToInt(Range::last).max().orElse(0);
  }

  private static Optional<List<Range>> step(String step) {
    if (step.isEmpty() || step.equals("all") || step.equals("*")) {
      return Optional.of(List.of());
    }
    List<Range> ranges = new ArrayList<>();
    for (String range : step.split(",", -1)) {
      String[] ends = range.split("-", -1);
      int first = number(ends[0]);
      int last = number(ends[ends.length - 1]);
      if (ends.length > 2 || first < 1 || last < first) {
        return Optional.empty();
      }
      ranges.add(new Range(first, last));
    }
    return Optional.of(ranges);
  }

  /** The line number, or 0 when it is none. */
  private static int number(String text) {
    String digits = text.strip();
    boolean isNumber = digits.matches("[0-9]{1,5}");
    return isNumber ? Math.min(Integer.parseInt(digits), MAX_LINE) : 0;
  }
}
