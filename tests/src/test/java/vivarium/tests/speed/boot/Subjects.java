package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The pages that are measured beside each other. */
final class Subjects {
  private static final String PYSCRIPT = "pyscript";
  private static final String NUMPY = "numpy";
  private static final Path PYODIDE = Path.of("pyodide");

  private static final List<Subject> ALL =
      List.of(
          new VivariumPage("vivarium", "Vivarium", PYSCRIPT, "page.md", List.of()),
          new VivariumPage(
              "vivarium-plain",
              "Vivarium, plain start",
              PYSCRIPT,
              "page.md",
              List.of("--no-images")),
          new PlainPage(
              "pyodide",
              "Pyodide, on the page's thread",
              PYSCRIPT,
              "bare.html",
              Map.of("pyodide", PYODIDE)),
          new PlainPage(
              PYSCRIPT,
              "PyScript, on the page's thread",
              PYSCRIPT,
              "pyscript.html",
              Map.of("pyodide", PYODIDE, "pyscript", Path.of("@pyscript", "core", "dist"))),
          new PlainPage(
              NUMPY,
              "Pyodide 0.27 with NumPy",
              NUMPY,
              "numpy.html",
              Map.of(
                  "pyodide",
                  Path.of("pyodide-0.27"),
                  "numpy.tar.gz",
                  Path.of(
                      "@emscripten-forge", "numpy", "pkg", "numpy-2.0.1-py312h4e66579_0.tar.gz"))),
          new ImagePage(
              "numpy-image",
              "Pyodide 0.27 with NumPy, from an image",
              NUMPY,
              "numpy-image.html",
              "numpy-image.mjs"));

  private Subjects() {}

  /** Those that the command line names, in the order of the tables. */
  static List<Subject> chosen(Options options) {
    List<Subject> chosen = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(options.subjects());
    for (Subject subject : ALL) {
      unknown.remove(subject.id());
      if (options.subjects().isEmpty() || options.subjects().contains(subject.id())) {
        chosen.add(subject);
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no such subject: " + String.join(", ", unknown));
    }
    options.folders().forEach((name, site) -> chosen.add(new FolderPage(name, site, PYSCRIPT)));
    return chosen;
  }

  /** Makes their pages below {@code root}; those that cannot be made are said and left out. */
  static List<Subject> written(List<Subject> subjects, Path root) throws IOException {
    List<Subject> written = new ArrayList<>();
    for (Subject subject : subjects) {
      Optional<String> obstacle = subject.write(root.resolve(subject.id()));
      obstacle.ifPresent(why -> System.err.println(subject.title() + " is left out: " + why));
      if (obstacle.isEmpty()) {
        written.add(subject);
      }
    }
    return written;
  }
}
