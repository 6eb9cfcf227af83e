package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that notebooks know and Python does not: <a
 * href="https://ipython.readthedocs.io/en/stable/interactive/magics.html">magics</a>, lines of a
 * shell, and questions. Vivarium's Python understands most of them.
 */
final class Magics {
  /** The commands of one line that there are. */
  private static final Set<String> LINES =
      Set.of(
          ("time timeit prun run load pycat who whos who_ls reset xdel history hist cd env set_env pip"
                  + " pwd precision lsmagic matplotlib config pinfo pinfo2 pdoc pdef psource sx system"
                  + " load_ext reload_ext unload_ext autoreload pylab automagic colors xmode"
                  + " cat cp ls ll mkdir mv rm rmdir touch head tail")
              .split(" "));

  /** The commands that take a whole cell. */
  private static final Set<String> CELLS =
      Set.of(
          ("time timeit prun capture html HTML svg SVG markdown latex writefile file bash sh sx"
                  + " system !")
              .split(" "));

  /** Of these, the cell is Python. */
  private static final Set<String> WITH_PYTHON = Set.of("time", "timeit", "prun", "capture");

  /** The programs of the shell. */
  private static final Set<String> PROGRAMS =
      Set.of(
          ("ls ll cat head tail wc grep mkdir rmdir rm cp mv pwd cd echo touch find unzip sort uniq"
                  + " date true python python3 {sys.executable} pip pip3 uv")
              .split(" "));

  private static final Pattern CELL = Pattern.compile("\\s*%%\\s*([\\w.-]+|!).*");
  private static final Pattern LINE = Pattern.compile("\\s*(%{1,2})\\s*([A-Za-z_][\\w.]*).*");
  private static final Pattern SYSTEM = Pattern.compile("\\s*!{1,2}(?!=)\\s*([^\\s|;&<>]*).*");
  private static final Pattern QUESTION =
      Pattern.compile(
          "\\s*(?:\\?.*|%{0,2}[A-Za-z_*][\\w.*]*(?:\\[[^\\]]*\\])*\\s*\\?{1,2}\\s*;?\\s*)");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "\\s*[A-Za-z_][\\w., ]*=\\s*(?:!\\s*([^=\\s|;&<>][^\\s|;&<>]*)|%\\s*([A-Za-z_]\\w*)).*");

  private Magics() {}

  /** The first line that Vivarium's Python does not understand, 0-based. */
  static Optional<Integer> firstUnknownIn(List<String> code) {
    int first = 0;
    while (first < code.size() && isEmpty(code.get(first))) {
      first++;
    }
    Matcher cell = CELL.matcher(first < code.size() ? code.get(first) : "");
    if (cell.matches() && !code.get(first).strip().endsWith("?")) {
      if (!CELLS.contains(cell.group(1))) {
        return Optional.of(first);
      }
      if (!WITH_PYTHON.contains(cell.group(1))) {
        return Optional.empty();
      }
    }
    List<Integer> unknown = new ArrayList<>();
    int from = cell.matches() ? first + 1 : 0;
    new LogicalLines(code.subList(from, code.size()))
        .forEach(
            i -> {
              Optional<Boolean> isKnown = isKnown(code.get(from + i));
              if (isKnown.filter(known -> !known).isPresent()) {
                unknown.add(from + i);
              }
              return isKnown.isPresent();
            });
    return unknown.stream().findFirst();
  }

  private static boolean isEmpty(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  /** Whether a line is understood that is no Python; empty for Python. */
  private static Optional<Boolean> isKnown(String line) {
    if (QUESTION.matcher(line).matches()) {
      return Optional.of(true);
    }
    Matcher found = LINE.matcher(line);
    if (found.matches()) {
      return Optional.of(found.group(1).equals("%") && LINES.contains(found.group(2)));
    }
    found = SYSTEM.matcher(line);
    if (found.matches()) {
      return Optional.of(PROGRAMS.contains(found.group(1)));
    }
    found = ASSIGNED.matcher(line);
    if (found.matches()) {
      return Optional.of(
          found.group(1) == null
              ? LINES.contains(found.group(2))
              : PROGRAMS.contains(found.group(1)));
    }
    return Optional.empty();
  }
}
