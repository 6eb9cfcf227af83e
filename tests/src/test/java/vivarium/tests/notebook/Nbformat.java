package vivarium.tests.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The validator of Jupyter itself, from Debian's python3-nbformat; tests without it skip. */
public final class Nbformat {
  /** Prints what nbformat's own validation finds, a line for each file that it refuses. */
  private static final String VALIDATION =
      """
      import sys, warnings, pathlib, json
      warnings.simplefilter("ignore")
      import nbformat
      paths = sorted(pathlib.Path(sys.argv[1]).glob("*.ipynb"))
      print("validated", len(paths))
      for path in paths:
          try:
              nbformat.validate(json.loads(path.read_bytes()), repair_duplicate_cell_ids=False)
          except Exception as problem:
              print(path.name, str(problem).split("\\n")[0])
      """;

  private Nbformat() {}

  /** Asserts that a folder has this many notebooks, and that all of them are valid. */
  public static void isContentWith(Path folder, int notebooks)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(python(), "-c", VALIDATION, folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(said).as("of nbformat").containsExactly("validated " + notebooks);
  }

  /** A Python with nbformat: that of the system, where Debian's package puts it. */
  private static String python() throws IOException, InterruptedException {
    for (String python : List.of("/usr/bin/python3", "python3")) {
      if (Files.isExecutable(Path.of(python)) || !python.startsWith("/")) {
        Process process =
            new ProcessBuilder(python, "-c", "import nbformat")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return python;
        }
      }
    }
    assumeTrue(false, "no python3 here has nbformat (Debian: python3-nbformat)");
    return "";
  }
}
