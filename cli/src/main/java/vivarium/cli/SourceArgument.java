package vivarium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The argument that names what to build. */
final class SourceArgument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "SOURCE",
      description = "A document (.md, .markdown, .qmd, .ipynb, .py, .html) or a folder of them.")
  private Path source = Path.of("");

  /** The file or folder, absolute. */
  Path resolve(Surroundings surroundings) {
    Path resolved = surroundings.folder().resolve(source).normalize();
    if (!Files.exists(resolved)) {
      throw new ParameterException(
          command.commandLine(), "There is no file or folder " + source + ".");
    }
    return resolved;
  }

  /** What the user calls the files in it. */
  ShownPaths shownPaths(Surroundings surroundings) {
    return ShownPaths.of(resolve(surroundings), surroundings.folder());
  }

  /** As the user wrote it. */
  @Override
  public String toString() {
    return source.toString();
  }
}
