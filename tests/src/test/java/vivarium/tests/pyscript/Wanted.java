package vivarium.tests.pyscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The differences that are wanted, from {@code differences.md}: a heading, a reason, and for some
 * runs the lines that differ.
 */
final class Wanted {
  private static final Pattern BLOCK = Pattern.compile("(?s)\nRuns: ([^\n]*)\n\n```diff\n(.*?)```");

  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  Wanted(String text) {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      for (String run : block.group(1).split(", *", -1)) {
        lines
            .computeIfAbsent(run.strip(), name -> new ArrayList<>())
            .addAll(block.group(2).lines().toList());
      }
    }
  }

  /** The lines that should differ in a run; sorted, since several reasons may add to them. */
  List<String> of(Run run) {
    return lines.getOrDefault(run.toString(), List.of()).stream().sorted().toList();
  }

  /** Runs that are named here but do not exist. */
  List<String> strangers(List<Run> runs) {
    TreeSet<String> names = new TreeSet<>(lines.keySet());
    names.removeAll(runs.stream().map(Run::toString).collect(Collectors.toSet()));
    return List.copyOf(names);
  }
}
