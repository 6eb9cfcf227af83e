package vivarium.tests.pyscript;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages, and what they say of how they are to be opened. */
final class Corpus {
  private static final Pattern RUNS = Pattern.compile("<!-- runs: ([^>]*?) -->");

  private final Path folder;

  Corpus() {
    URL reader = Corpus.class.getResource("/pyscript/reader.js");
    if (reader == null) {
      throw new IllegalStateException("the corpus is not on the class path");
    }
    try {
      folder = Path.of(reader.toURI()).resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What every run of the tests opens. */
  List<Run> usual() throws IOException {
    return runs(Pattern.compile(""), false);
  }

  /**
   * All runs whose names match, such as {@code hello py/worker}; also those that are marked with a
   * {@code +}, which take long and show little that others do not.
   */
  List<Run> runs(Pattern names) throws IOException {
    return runs(names, true);
  }

  private List<Run> runs(Pattern names, boolean withMarked) throws IOException {
    List<Run> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
        String page = file.getFileName().toString().replace(".html", "");
        Matcher kinds = RUNS.matcher(Files.readString(file));
        if (!kinds.find()) {
          throw new IllegalArgumentException(file + " does not say how it is to be opened.");
        }
        for (String kind : kinds.group(1).strip().split(" ", -1)) {
          boolean isMarked = kind.endsWith("+");
          Run run = Run.of(page, isMarked ? kind.substring(0, kind.length() - 1) : kind);
          if ((withMarked || !isMarked) && names.matcher(run.toString()).find()) {
            runs.add(run);
          }
        }
      }
    }
    return List.copyOf(runs);
  }

  /** A file of the corpus. */
  String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** The folder of the pages and of what they load. */
  Path folder() {
    return folder;
  }
}
