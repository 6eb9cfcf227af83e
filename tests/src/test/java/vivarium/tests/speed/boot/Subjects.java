package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vivarium.tests.speed.boot.PyScriptPage.Core;

/** The pages that are measured beside each other. */
final class Subjects {
  private static final String PYSCRIPT = "pyscript";
  private static final String NUMPY = "numpy";
  private static final Path PYODIDE = Path.of("pyodide");

  private static final List<Subject> ALL =
      List.of(
          new VivariumPage("vivarium", "Vivarium", PYSCRIPT, "page.md", false, List.of()),
          new VivariumPage(
              "vivarium-plain",
              "Vivarium, plain start",
              PYSCRIPT,
              "page.md",
              false,
              List.of("--no-images")),
          new VivariumPage(
              "sandbox",
              "the same as code that did not come with the site",
              "vivarium",
              "sandbox.md",
              false,
              List.of()),
          new VivariumPage(
              "notebook",
              "Vivarium, a notebook whose first cell is run",
              "pyodide",
              "notebook.md",
              true,
              List.of()),
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
              "numpy-image.mjs"),
          page(
              "pyscript-main", "PyScript's core.js, main thread", "py", false, true, Core.PYSCRIPT),
          page("core-main", "Vivarium's core.js, main thread", "py", false, true, Core.VIVARIUM),
          page(
              "core-image-main",
              "the same with a memory image",
              "py",
              false,
              true,
              Core.VIVARIUM_IMAGE),
          page("pyscript-worker", "PyScript's core.js, worker", "py", true, true, Core.PYSCRIPT),
          page("core-worker", "Vivarium's core.js, worker", "py", true, true, Core.VIVARIUM),
          page(
              "core-image-worker",
              "the same with a memory image",
              "py",
              true,
              true,
              Core.VIVARIUM_IMAGE),
          page(
              "core-image-worker-open",
              "the same without headers",
              "py",
              true,
              false,
              Core.VIVARIUM_IMAGE),
          page(
              "pyscript-mpy-main",
              "PyScript's core.js, MicroPython",
              "mpy",
              false,
              true,
              Core.PYSCRIPT),
          page(
              "core-mpy-main",
              "Vivarium's core.js, MicroPython",
              "mpy",
              false,
              true,
              Core.VIVARIUM),
          page(
              "pyscript-mpy-worker",
              "PyScript's core.js, MicroPython, worker",
              "mpy",
              true,
              true,
              Core.PYSCRIPT),
          page(
              "core-mpy-worker",
              "Vivarium's core.js, MicroPython, worker",
              "mpy",
              true,
              true,
              Core.VIVARIUM),
          page(
              "core-mpy-worker-open",
              "the same without headers",
              "mpy",
              true,
              false,
              Core.VIVARIUM));

  private Subjects() {}

  /** One of the pages that are the same with PyScript and with ours. */
  private static Subject page(
      String id, String title, String type, boolean isWorker, boolean isIsolated, Core core) {
    String reference = id.replace("-open", "").replace("-image", "").replace("core-", "pyscript-");
    return new PyScriptPage(id, title, reference, type, isWorker, isIsolated, core);
  }

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
