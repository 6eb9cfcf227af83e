package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tomlj.TomlTable;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/**
 * What the comment block {@code # /// script} of a Python file asks for; see <a
 * href="https://packaging.python.org/en/latest/specifications/inline-script-metadata/">Inline
 * script metadata</a> (PEP 723).
 *
 * @param isPresent whether there is such a block
 * @param diagnostics what is wrong
 */
public record InlineScript(
    boolean isPresent,
    List<Declared> dependencies,
    Optional<RequiresPython> requiresPython,
    List<Diagnostic> diagnostics) {
  private static final String OPENING = "# /// script";
  private static final String CLOSING = "# ///";

  public InlineScript {
    dependencies = List.copyOf(dependencies);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads the block of a Python file. It never fails: what is wrong is a diagnostic. A block that
   * is not closed is none.
   *
   * @param path the file, for diagnostics
   */
  public static InlineScript read(String path, String source) {
    List<String> lines = source.lines().toList();
    List<Integer> blocks = blocks(lines);
    if (blocks.isEmpty()) {
      return new InlineScript(false, List.of(), Optional.empty(), List.of());
    }
    int opening = blocks.get(0);
    if (blocks.size() > 1) {
      return new InlineScript(
          true, List.of(), Optional.empty(), List.of(secondBlock(path, blocks.get(1), opening)));
    }
    List<String> content = lines.subList(opening + 1, closings(lines)[opening + 1]);
    if (content.contains(OPENING)) {
      int second = opening + 1 + content.indexOf(OPENING);
      return new InlineScript(
          true, List.of(), Optional.empty(), List.of(secondBlock(path, second, opening)));
    }
    String toml =
        content.stream()
            .map(line -> line.length() == 1 ? "" : line.substring(2))
            .collect(Collectors.joining("\n"));
    TomlSource table = new TomlSource(path, toml, opening + 2, 2);
    return table
        .table()
        .map(root -> of(table, root))
        .orElseGet(() -> new InlineScript(true, List.of(), Optional.empty(), table.diagnostics()));
  }

  private static InlineScript of(TomlSource source, TomlTable root) {
    List<Declared> dependencies = source.requirements(root, "dependencies");
    Optional<RequiresPython> python = source.requiresPython(root);
    return new InlineScript(true, dependencies, python, source.diagnostics());
  }

  private static Diagnostic secondBlock(String path, int line, int first) {
    return Diagnostic.error(
        "two-script-blocks",
        new Location(path, line + 1, 1),
        "A second block \""
            + OPENING
            + "\" begins here; the first one begins in line "
            + (first + 1)
            + ".",
        "Put both together, and end the block with a line \"" + CLOSING + "\".");
  }

  /** The lines that open a block of this type, 0-based. */
  private static List<Integer> blocks(List<String> lines) {
    List<Integer> blocks = new ArrayList<>();
    int[] closings = closings(lines);
    int line = 0;
    while (line < lines.size()) {
      boolean isBlock = isOpening(lines.get(line)) && closings[line + 1] > line + 1;
      if (isBlock && lines.get(line).equals(OPENING)) {
        blocks.add(line);
      }
      line = isBlock ? closings[line + 1] + 1 : line + 1;
    }
    return blocks;
  }

  /** Whether a block of any type begins with {@code line}. */
  private static boolean isOpening(String line) {
    String type = line.startsWith(CLOSING + " ") ? line.substring(CLOSING.length() + 1) : "";
    return !type.isEmpty()
        && type.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
  }

  /**
   * For each line, the one that closes a block whose content begins with it: the last one that can,
   * of the comments that follow. -1 where there is none.
   */
  private static int[] closings(List<String> lines) {
    int[] closings = new int[lines.size() + 1];
    closings[lines.size()] = -1;
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!isContent(lines.get(i))) {
        closings[i] = -1;
      } else if (closings[i + 1] >= 0) {
        closings[i] = closings[i + 1];
      } else {
        closings[i] = lines.get(i).equals(CLOSING) ? i : -1;
      }
    }
    return closings;
  }

  private static boolean isContent(String line) {
    return line.equals("#") || line.startsWith("# ");
  }
}
