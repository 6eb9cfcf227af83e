package vivarium.web.slides;

import java.util.ArrayList;
import java.util.List;

/** The lines of one step, such as {@code 2-3,5}; all lines when it is {@code all}. */
final class LineSpec {
  private final List<int[]> ranges = new ArrayList<>();

  private LineSpec() {}

  /** The parts between the bars of {@code 1|2-3|all}; at least one. */
  static List<String> steps(String text) {
    return parts(text, '|');
  }

  static LineSpec of(String text) {
    LineSpec spec = new LineSpec();
    if (text.equals("all")) {
      spec.ranges.add(new int[] {1, Integer.MAX_VALUE});
      return spec;
    }
    for (String range : parts(text, ',')) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      spec.ranges.add(
          new int[] {first, dash < 0 ? first : Integer.parseInt(range.substring(dash + 1))});
    }
    return spec;
  }

  /** Whether a line, 1-based, is one of them. */
  boolean contains(int line) {
    for (int[] range : ranges) {
      if (range[0] <= line && line <= range[1]) {
        return true;
      }
    }
    return false;
  }

  private static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
