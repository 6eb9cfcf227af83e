package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.tests.command.Vivarium;

/**
 * A page that the command builds.
 *
 * @param source a resource, in Markdown
 * @param isNotebook whether it is the page of a notebook, whose first cell the reader runs
 * @param options further arguments of {@code vivarium build}
 */
record VivariumPage(
    String id,
    String title,
    String reference,
    String source,
    boolean isNotebook,
    List<String> options)
    implements Subject {
  private static final int USAGE = 2;

  /** A cell's button for running it, in an article. */
  static final String RUN = "viv-cell:nth-of-type(1) [data-action=run]";

  VivariumPage {
    options = List.copyOf(options);
  }

  @Override
  public boolean isVivarium() {
    return !isNotebook;
  }

  @Override
  public String button() {
    return isNotebook ? "main[data-live] .viv-nb-cell [data-action=run]" : RUN;
  }

  @Override
  public boolean isAutomatic() {
    return !isNotebook;
  }

  @Override
  public Optional<String> write(Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolveSibling(id + "-source"));
    Path file = sources.resolve("index.md");
    Files.writeString(file, Resource.text(source));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("build", file.toString(), "-o", folder.toString(), "--quiet"));
    arguments.addAll(options);
    Vivarium.Result built = Vivarium.run(arguments.toArray(String[]::new));
    if (built.exitCode() == USAGE && !options.isEmpty()) {
      return built.err().lines().findFirst();
    }
    if (built.exitCode() != 0) {
      throw new IllegalStateException(built.err());
    }
    return Optional.empty();
  }
}
