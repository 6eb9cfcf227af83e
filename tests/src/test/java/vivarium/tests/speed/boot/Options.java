package vivarium.tests.speed.boot;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vivarium.tests.speed.host.Link;

/**
 * What the command line asks for.
 *
 * @param links names as in {@link Link#named}
 * @param subjects ids; none for all
 * @param folders sites that were built before, by name
 * @param brotli whether the host sends all that it compresses as brotli
 * @param out the folder for tables, plot and raw results
 */
public record Options(
    int rounds,
    List<String> links,
    List<String> subjects,
    Map<String, Path> folders,
    boolean brotli,
    Path out) {
  private static final String USAGE =
      """
      --rounds N           7 unless said otherwise
      --links LIST         loopback,100,20,5: Mbit/s, with 40 ms of latency
      --subjects LIST      of vivarium, vivarium-plain, notebook, pyodide, pyscript, numpy,
                           numpy-image, pyscript-main, core-main, core-image-main,
                           pyscript-worker, core-worker, core-image-worker,
                           core-image-worker-open, pyscript-mpy-main, core-mpy-main,
                           pyscript-mpy-worker, core-mpy-worker, core-mpy-worker-open
      --folder NAME=SITE   measures a site that was built before, too
      --brotli             a host that sends brotli, as delivery networks do, and not gzip
      --out FOLDER         tests/target/speed
      """;

  public Options {
    links = List.copyOf(links);
    subjects = List.copyOf(subjects);
    folders = new LinkedHashMap<>(folders);
  }

  /**
   * Reads the arguments of the command.
   *
   * @throws IllegalArgumentException with a text for the user when they make no sense
   */
  public static Options of(String... arguments) {
    int rounds = 7;
    List<String> links = List.of("loopback", "100", "20", "5");
    List<String> subjects = List.of();
    Map<String, Path> folders = new LinkedHashMap<>();
    boolean brotli = false;
    Path out = Path.of("tests", "target", "speed");
    Iterator<String> words = List.of(arguments).iterator();
    while (words.hasNext()) {
      String name = words.next();
      if (name.equals("--brotli")) {
        brotli = true;
        continue;
      }
      if (!words.hasNext()) {
        throw new IllegalArgumentException(USAGE);
      }
      String value = words.next();
      switch (name) {
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--links" -> links = List.of(value.split(",", -1));
        case "--subjects" -> subjects = List.of(value.split(",", -1));
        case "--folder" -> {
          int equals = value.indexOf('=');
          if (equals < 1) {
            throw new IllegalArgumentException(USAGE);
          }
          folders.put(value.substring(0, equals), Path.of(value.substring(equals + 1)));
        }
        case "--out" -> out = Path.of(value);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    for (String link : links) {
      Link.named(link);
    }
    return new Options(rounds, links, subjects, folders, brotli, out);
  }
}
