package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.parse.source.Fragment;

/**
 * The options at the top of a cell's code.
 *
 * @param lines how many lines of code they take, empty ones after them included
 * @param yaml the options without what marks them as such
 */
record CellTop(int lines, Fragment yaml) {
  /** {@code #| key: value}, as Quarto has it. */
  private static final Pattern QUARTO = Pattern.compile("#\\| ?(.*)");

  /** {@code :key: value}, as MyST has it. */
  private static final Pattern MYST = Pattern.compile(":([A-Za-z][\\w-]*:(?: .*)?)");

  /** The options of {@code code}, if it begins with any. */
  static Optional<CellTop> of(Fragment code, boolean isMyst) {
    if (isMyst && code.line(0).strip().equals("---")) {
      return block(code);
    }
    Optional<CellTop> quarto = marked(code, QUARTO);
    return quarto.isEmpty() && isMyst ? marked(code, MYST) : quarto;
  }

  private static Optional<CellTop> block(Fragment code) {
    List<Fragment.Line> lines = new ArrayList<>();
    for (int i = 1; i < code.lineCount(); i++) {
      if (code.line(i).strip().equals("---")) {
        return Optional.of(top(code, i + 1, lines));
      }
      lines.add(code.piece(i, 0, code.line(i)));
    }
    return Optional.empty();
  }

  private static Optional<CellTop> marked(Fragment code, Pattern mark) {
    List<Fragment.Line> lines = new ArrayList<>();
    for (int i = 0; i < code.lineCount(); i++) {
      Matcher matcher = mark.matcher(code.line(i));
      if (!matcher.matches()) {
        break;
      }
      lines.add(code.piece(i, matcher.start(1), matcher.group(1)));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(top(code, lines.size(), lines));
  }

  private static CellTop top(Fragment code, int end, List<Fragment.Line> lines) {
    int first = end;
    while (first < code.lineCount() && code.line(first).isBlank()) {
      first++;
    }
    return new CellTop(first, code.of(lines));
  }
}
