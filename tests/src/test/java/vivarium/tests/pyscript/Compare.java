package vivarium.tests.pyscript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * For those who write pages: prints what differs, and keeps what was seen. Arguments: which runs (a
 * regular expression), {@code node_modules}, the folder of our {@code core.js}, and a folder for
 * what was seen. A page that has not changed since is not opened with PyScript again.
 */
public final class Compare {
  private Compare() {}

  public static void main(String[] args) throws IOException {
    Corpus corpus = new Corpus();
    List<Run> runs = corpus.runs(Pattern.compile(args[0]));
    Flavour ours = new Flavour.InFolder(Path.of(args[2]));
    Path seen = Files.createDirectories(Path.of(args[3]));
    new SideBySide(Path.of(args[1]), ours, known(corpus, runs, seen))
        .observe(
            runs,
            (run, pair) -> {
              try {
                Files.writeString(file(seen, run, "reference"), pair.reference().text());
                Files.writeString(file(seen, run, "ours"), pair.ours().text());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              System.out.println("=== " + run);
              pair.difference().forEach(System.out::println);
            });
  }

  private static Map<Run, Observation> known(Corpus corpus, List<Run> runs, Path seen)
      throws IOException {
    Map<Run, Observation> known = new HashMap<>();
    for (Run run : runs) {
      Path reference = file(seen, run, "reference");
      Path page = corpus.folder().resolve(run.page() + ".html");
      if (Files.exists(reference)
          && Files.getLastModifiedTime(reference).compareTo(Files.getLastModifiedTime(page)) > 0) {
        known.put(run, new Observation(Files.readAllLines(reference)));
      }
    }
    return known;
  }

  private static Path file(Path folder, Run run, String whose) {
    return folder.resolve(run.toString().replaceAll("[ /]", "-") + "." + whose);
  }
}
