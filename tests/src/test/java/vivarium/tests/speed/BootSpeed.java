package vivarium.tests.speed;

import java.io.IOException;
import vivarium.tests.speed.boot.Benchmark;
import vivarium.tests.speed.boot.Options;

/**
 * Measures how soon a page has its first output from Python: Vivarium's, beside PyScript and bare
 * Pyodide with the same engine, in one run, so that the machine's own speed cancels out. Started in
 * the root folder; {@code docs/performance.md} says how.
 */
public final class BootSpeed {
  private BootSpeed() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Benchmark benchmark;
    try {
      benchmark = new Benchmark(Options.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    benchmark.run();
  }
}
