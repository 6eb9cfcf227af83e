package vivarium.tests.pyscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in a page, in an order that is the same each time: scripts and threads run beside
 * each other.
 */
final class Story {
  private static final String LAST = "event: py:all-done on window";

  private final boolean hasWorkers;
  private final List<String> page = new ArrayList<>();
  private final List<String> last = new ArrayList<>();
  private final List<String> console = new ArrayList<>();
  private final Map<String, List<String>> elements = new TreeMap<>();

  /**
   * @param hasWorkers whether more than the page's thread may have been at work
   */
  Story(boolean hasWorkers) {
    this.hasWorkers = hasWorkers;
  }

  /** Something that was noted on the page's thread. */
  void add(String kind, String text) {
    String line = kind + ": " + text;
    if (line.equals(LAST)) {
      last.add(line);
    } else if (kind.equals("event") && text.matches(".* on (m?py-)?script.*")) {
      String element = text.substring(text.indexOf(" on "));
      elements.computeIfAbsent(element, name -> new ArrayList<>()).add(line);
    } else if (hasWorkers && kind.startsWith("console.")) {
      console.add(line);
    } else {
      page.add(line);
    }
  }

  /** Something that a worker wrote to its console. */
  void write(String line) {
    console.add(line);
  }

  /**
   * What happened in the page, then the events of each script, then the console, sorted where
   * several threads may have written to it.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>(page);
    elements.values().forEach(each -> lines.addAll(inOrder(each)));
    lines.addAll(last);
    lines.addAll(console.stream().sorted().toList());
    return lines;
  }

  /** Scripts without ids are told apart by nothing, and may have run in turns. */
  private static List<String> inOrder(List<String> events) {
    return events.size() <= 2 ? events : events.stream().sorted().toList();
  }
}
