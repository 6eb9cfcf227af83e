package vivarium.parse.cell;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the lines of some Python on which a statement can begin: those that are in no string, in no
 * brackets, and behind no backslash.
 */
final class LogicalLines {
  private final List<String> lines;
  private String quote = "";
  private int depth;
  private boolean continues;

  LogicalLines(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Calls {@code take} with the index of each such line, in order. A line for which it says true is
   * no Python: what is in it counts for nothing.
   */
  void forEach(Predicate<Integer> take) {
    for (int i = 0; i < lines.size(); i++) {
      boolean begins = quote.isEmpty() && depth == 0 && !continues;
      if (!begins || !take.test(i)) {
        follow(lines.get(i));
      }
    }
  }

  private void follow(String line) {
    continues = false;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '\\') {
        continues = at == line.length() - 1;
        at++;
      } else if (!quote.isEmpty()) {
        at += line.startsWith(quote, at) ? close() - 1 : 0;
      } else if (c == '#') {
        break;
      } else if (c == '"' || c == '\'') {
        at += open(line, at) - 1;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      }
      at++;
    }
    if (quote.length() == 1 && !continues) {
      quote = ""; // a string in single quotes ends with its line, closed or not
    }
  }

  private int open(String line, int at) {
    String one = line.substring(at, at + 1);
    quote = line.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
    return quote.length();
  }

  private int close() {
    int length = quote.length();
    quote = "";
    return length;
  }
}
