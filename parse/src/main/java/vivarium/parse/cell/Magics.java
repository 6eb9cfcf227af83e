package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines that IPython understands and Python does not: <a
 * href="https://ipython.readthedocs.io/en/stable/interactive/magics.html">magics</a>, shell
 * commands and questions.
 *
 * @param lines the code, with magics that only prepare a notebook turned into comments
 * @param first the first line that is no Python, 0-based; empty when all are, or install packages
 */
record Magics(List<String> lines, Optional<Integer> first) {
  /** Magics without which a cell does the same. */
  private static final Set<String> IDLE =
      Set.of("%matplotlib", "%config", "%load_ext", "%reload_ext", "%autoreload");

  /** What Vivarium's own Python understands as well. */
  private static final Pattern INSTALL =
      Pattern.compile("\\s*[%!]\\s*(?:python3? +-m +)?(?:uv +)?pip3?\\s+install\\b.*");

  private static final Pattern MAGIC = Pattern.compile("\\s*(?:%{1,2}[A-Za-z]|!|\\?)");
  private static final Pattern QUESTION =
      Pattern.compile("\\s*[A-Za-z_*][\\w.*]*(?:\\[\\w+\\])?\\?{1,2}\\s*");
  private static final Pattern ASSIGNED =
      Pattern.compile("\\s*[A-Za-z_][\\w., ]*=\\s*(?:![^=]|%[A-Za-z])");

  static Magics in(List<String> code) {
    List<String> lines = new ArrayList<>(code);
    List<Integer> found = new ArrayList<>();
    new LogicalLines(code)
        .forEach(
            i -> {
              String line = code.get(i);
              boolean isMagic = isMagic(line);
              if (isMagic && IDLE.contains(firstWord(line))) {
                lines.set(i, comment(line));
              } else if (isMagic) {
                found.add(i);
              }
              return isMagic;
            });
    return new Magics(lines, found.stream().findFirst());
  }

  private static boolean isMagic(String line) {
    return (MAGIC.matcher(line).lookingAt() && !INSTALL.matcher(line).matches())
        || QUESTION.matcher(line).matches()
        || ASSIGNED.matcher(line).lookingAt();
  }

  private static String firstWord(String line) {
    return line.strip().split("\\s", 2)[0];
  }

  /** The line as a comment; in a block, of which it may be all, as a statement too. */
  private static String comment(String line) {
    String text = line.stripLeading();
    String indent = line.substring(0, line.length() - text.length());
    return indent.isEmpty() ? "# " + text : indent + "pass  # " + text;
  }
}
