package vivarium.tests.pyscript;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vivarium.tests.browser.Chromium;

/** Opens each page of the corpus with PyScript and with ours, in one browser. */
final class SideBySide {
  /** More would only wait for each other where there are two cores. */
  private static final int AT_ONCE = 2;

  private final Corpus corpus = new Corpus();
  private final Path modules;
  private final Flavour ours;
  private final Map<Run, Observation> known;

  /**
   * @param modules the folder {@code node_modules}
   * @param known what became of runs with PyScript, where that was seen before
   */
  SideBySide(Path modules, Flavour ours, Map<Run, Observation> known) {
    this.modules = modules;
    this.ours = ours;
    this.known = Map.copyOf(known);
  }

  /** What became of one run under both. */
  record Pair(Observation reference, Observation ours) {
    /** What differs. */
    List<String> difference() {
      return Difference.of(reference.lines(), ours.lines());
    }
  }

  /** Opens all these runs, and hands over each pair when both are there. */
  void observe(List<Run> runs, BiConsumer<Run, Pair> taker) throws IOException {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setArgs(Chromium.ARGUMENTS));
        Host theirs = new Host(corpus, new Flavour.Reference(modules), modules);
        Host host = new Host(corpus, ours, modules);
        Observer reference = new Observer(browser, theirs, corpus);
        Observer observer = new Observer(browser, host, corpus)) {
      observe(runs, known, reference, observer, taker);
    }
  }

  private static void observe(
      List<Run> runs,
      Map<Run, Observation> known,
      Observer reference,
      Observer ours,
      BiConsumer<Run, Pair> taker) {
    Map<Run, Observation> before = new HashMap<>(known);
    Map<Run, Observation> after = new HashMap<>();
    Deque<Next> waiting = new ArrayDeque<>();
    for (Run run : runs) {
      if (!before.containsKey(run)) {
        waiting.add(new Next(run, reference, before));
      }
      waiting.add(new Next(run, ours, after));
    }
    Map<Observer.Visit, Map<Run, Observation>> opened = new LinkedHashMap<>();
    while (!waiting.isEmpty() || !opened.isEmpty()) {
      while (!waiting.isEmpty() && opened.size() < AT_ONCE) {
        Next next = waiting.remove();
        opened.put(next.observer().open(next.run()), next.results());
      }
      for (Observer.Visit visit : List.copyOf(opened.keySet())) {
        if (visit.step()) {
          Run run = visit.run();
          opened.remove(visit).put(run, visit.end());
          if (before.containsKey(run) && after.containsKey(run)) {
            taker.accept(run, new Pair(before.get(run), after.get(run)));
          }
        }
      }
    }
  }

  private record Next(Run run, Observer observer, Map<Run, Observation> results) {}
}
