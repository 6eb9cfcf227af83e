package vivarium.tests.browser.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.NewNotebook;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.tests.browser.StaticServer;
import vivarium.tests.command.Vivarium;

/** A notebook as its author publishes it, and publishes it anew, built by the real command. */
final class NotebookSite {
  /** The front matter of all notebooks here. */
  static final String FRONT_MATTER = "---\nformat: [notebook, page]\n---";

  private final String name;
  private final Path source;
  private final Path site;
  private final StaticServer server;

  /** Builds a notebook, {@code lesson.ipynb}, and serves the site. */
  NotebookSite(String notebook) {
    this(notebook, Map.of());
  }

  /**
   * The same with files beside the notebook.
   *
   * @param files their texts, by their paths
   */
  NotebookSite(String notebook, Map<String, String> files) {
    this("lesson.ipynb", notebook, files);
  }

  /** The same with a document of this name, which need not be a notebook in the folder. */
  NotebookSite(String name, String document, Map<String, String> files) {
    this.name = name;
    try {
      source = Files.createTempDirectory("vivarium-notebook");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path place = source.resolve(file.getKey());
        Files.createDirectories(place.getParent());
        Files.writeString(place, file.getValue());
      }
      site = source.resolveSibling(source.getFileName() + "-site");
      publish(document);
      server = StaticServer.start(site, "/course/");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The author publishes another edition. */
  void publish(String document) throws IOException {
    Path file = Files.writeString(source.resolve(name), document);
    Path built = name.endsWith(".py") ? file : source; // Scripts in a folder are no documents.
    Vivarium.Result result =
        Vivarium.run("build", built.toString(), "-o", site.toString(), "--no-run");
    if (result.exitCode() != 0) {
      throw new IllegalStateException("The site was not built well:\n" + result.err());
    }
  }

  /** The address of the notebook's page. */
  String url() {
    return server.url() + (name.endsWith(".py") ? "" : "lesson.html");
  }

  /** The file of a page. */
  Path file(String page) {
    return site.resolve(page);
  }

  /** A notebook of text and code that has run. */
  static String lesson(String code) {
    Outputs six = new Outputs(List.of(new Output.Stream("stdout", "6\n")));
    return new NewNotebook()
        .raw("front", FRONT_MATTER)
        .markdown("intro", "# Sums\n\nA sum is $1 + 2$.")
        .code("sum", code, List.of("keep"), Optional.of(new CellRun(six, 7)))
        .markdown("next", "## More")
        .code("value", "total * 7", List.of(), Optional.empty())
        .text();
  }
}
