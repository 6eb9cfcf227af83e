package vivarium.site.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import vivarium.model.document.LineSteps;

/** Divides highlighted code into lines, and writes the steps that emphasise some of them. */
final class CodeLines {
  private CodeLines() {}

  /**
   * Wraps each line in an element of its own. An element that spans several lines is closed at the
   * end of each and opened again in the next.
   *
   * @param html balanced elements and text, as a typesetter gives it
   */
  static String wrap(String html) {
    StringBuilder out = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    boolean inLine = false;
    int i = 0;
    while (i < html.length()) {
      if (!inLine) {
        out.append("<span class=\"viv-line\">");
        open.descendingIterator().forEachRemaining(out::append);
        inLine = true;
      }
      char c = html.charAt(i);
      int end = c == '<' ? html.indexOf('>', i) + 1 : i + 1;
      String token = html.substring(i, end);
      if (c == '\n') {
        out.append("</span>".repeat(open.size())).append("\n</span>");
        inLine = false;
      } else {
        out.append(token);
        if (token.startsWith("</")) {
          open.pop();
        } else if (c == '<') {
          open.push(token);
        }
      }
      i = end;
    }
    return inLine ? out.append("</span>".repeat(open.size() + 1)).toString() : out.toString();
  }

  /** The steps as authors write them: {@code 1|2-3,5|all}. */
  static String text(LineSteps steps) {
    return steps.steps().stream().map(CodeLines::text).collect(Collectors.joining("|"));
  }

  /** What a deck steps through: an element for each step but the first, which is there at once. */
  static String fragments(LineSteps steps) {
    return steps.steps().stream()
        .skip(1)
        .map(step -> "<span class=\"fragment viv-step\" data-lines=\"" + text(step) + "\"></span>")
        .collect(Collectors.joining());
  }

  private static String text(List<LineSteps.Range> step) {
    if (step.isEmpty()) {
      return "all";
    }
    return step.stream()
        .map(
            range ->
                range.first() == range.last()
                    ? Integer.toString(range.first())
                    : range.first() + "-" + range.last())
        .collect(Collectors.joining(","));
  }
}
