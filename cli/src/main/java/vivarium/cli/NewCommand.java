package vivarium.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vivarium new}: a course to start from. */
@Command(
    name = "new",
    description = "Makes a small course to start from.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = {"  vivarium new course", "  vivarium serve course"})
final class NewCommand implements Callable<Integer> {
  /** The files of the course, as resources and as they are written. */
  static final List<String> FILES = List.of("slides.md", "practice.md");

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder to make; it is empty or not there.")
  private Path folder = Path.of("");

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  NewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path target = surroundings.folder().resolve(folder).normalize();
    try {
      if (!isFree(target)) {
        throw new ParameterException(
            command.commandLine(), folder + " is not empty; name a folder that is not there yet.");
      }
      Files.createDirectories(target);
      for (String file : FILES) {
        copy(file, target.resolve(file));
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-write",
          folder.toString(),
          "The course cannot be written: " + e + ".",
          "Name a folder in a place where you may write.",
          e);
    }
    if (!quiet) {
      surroundings.out().println("Wrote " + String.join(" and ", FILES) + " into " + folder + ".");
      surroundings.out().println("Next: vivarium serve " + folder);
    }
    return ExitCode.FINE;
  }

  private static boolean isFree(Path target) throws IOException {
    if (!Files.exists(target)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries.findAny().isEmpty();
    } catch (NotDirectoryException e) {
      return false;
    }
  }

  private static void copy(String file, Path to) throws IOException {
    try (InputStream in = NewCommand.class.getResourceAsStream("course/" + file)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: course/" + file);
      }
      Files.copy(in, to);
    }
  }
}
