package vivarium.tests.speed.boot;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import vivarium.tests.speed.host.Host;
import vivarium.tests.speed.host.HostedFiles;
import vivarium.tests.speed.host.Link;

/** Runs all subjects through all links, in turn, and writes what came out. */
public final class Benchmark {
  private static final long SEED = 1;

  private final Options options;
  private final List<Subject> chosen;

  /**
   * @throws IllegalArgumentException with a text for the user when a subject is unknown
   */
  public Benchmark(Options options) {
    this.options = options;
    chosen = Subjects.chosen(options);
  }

  /** Measures, prints the tables, and writes them with plot and raw results into a folder. */
  public void run() throws IOException, InterruptedException {
    Path sites = Files.createTempDirectory("vivarium-boot");
    List<Subject> subjects = Subjects.written(chosen, sites);
    if (options.brotli()) {
      Brotli.compress(sites);
    }
    HostedFiles files = HostedFiles.in(sites);
    delete(sites);
    List<String> titles = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    try (Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      for (String name : options.links()) {
        Link link = Link.named(name);
        titles.add(link.title());
        try (Host host = Host.start(files, link)) {
          Random random = new Random(SEED);
          for (int round = 1; round <= options.rounds(); round++) {
            List<Subject> order = new ArrayList<>(subjects);
            Collections.shuffle(order, random);
            for (Subject subject : order) {
              Sample sample = measure(playwright, host, link, subject, round);
              System.err.println(line(sample));
              samples.add(sample);
            }
          }
        }
      }
    }
    write(new Results(options.rounds(), titles, subjects, samples));
  }

  private static Sample measure(
      Playwright playwright, Host host, Link link, Subject subject, int round)
      throws IOException, InterruptedException {
    try (FreshBrowser browser = FreshBrowser.start(playwright)) {
      Reader reader = new Reader(host, browser);
      reader.awaitQuiet();
      Visit cold = reader.visit(subject);
      reader.awaitQuiet();
      Visit warm = reader.visit(subject);
      return new Sample(link.title(), subject.id(), round, cold, warm);
    }
  }

  private void write(Results results) throws IOException {
    String tables = new Tables(results).text();
    Files.createDirectories(options.out());
    Files.writeString(options.out().resolve("boot.md"), tables);
    Files.writeString(options.out().resolve("boot.svg"), new Plot(results).svg());
    Files.writeString(options.out().resolve("boot.json"), results.raw().text() + "\n");
    System.out.print(tables);
  }

  private static String line(Sample sample) {
    return String.format(
        Locale.ROOT,
        "%s, round %d, %s: cold %.0f ms, warm %.0f ms",
        sample.link(),
        sample.round(),
        sample.subject(),
        sample.cold().output(),
        sample.warm().output());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
