package vivarium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vivarium.site.needs.EngineWish;
import vivarium.site.needs.SourceNeeds;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;
import vivarium.site.write.SystemReason;

/**
 * What is locked together.
 *
 * @param folder where the documents and the lock file lie
 * @param documents their paths in it
 * @param isWhole whether these are all that the folder has
 */
record LockSubject(Path folder, List<String> documents, boolean isWhole) {
  LockSubject {
    documents = List.copyOf(documents);
  }

  /**
   * By what the user named.
   *
   * @throws ParameterException when that is not there, or does not lie together
   */
  static LockSubject of(List<Path> paths, Surroundings surroundings, CommandSpec command) {
    List<Path> all =
        (paths.isEmpty() ? List.of(Path.of("")) : paths)
            .stream()
                .map(path -> surroundings.folder().resolve(path).toAbsolutePath().normalize())
                .toList();
    for (int i = 0; i < all.size(); i++) {
      if (!Files.exists(all.get(i))) {
        throw new ParameterException(
            command.commandLine(), "There is no file or folder " + paths.get(i) + ".");
      }
    }
    Path first = all.get(0);
    if (all.size() == 1 && Files.isDirectory(first)) {
      return whole(first);
    }
    Path folder = first.resolveSibling("");
    for (Path each : all) {
      if (Files.isDirectory(each) || !each.resolveSibling("").equals(folder)) {
        throw new ParameterException(
            command.commandLine(), "Name one folder, or documents that lie in one folder.");
      }
      String name = String.valueOf(each.getFileName());
      if (!SourceFiles.isDocument(name) && !SourceFiles.isHtml(name) && !name.endsWith(".py")) {
        throw new ParameterException(
            command.commandLine(),
            name + " is neither Markdown nor a notebook nor a script nor HTML.");
      }
    }
    return new LockSubject(
        folder, all.stream().map(each -> String.valueOf(each.getFileName())).toList(), false);
  }

  private static LockSubject whole(Path folder) {
    try {
      return new LockSubject(folder, SourceFiles.in(new SourceFolder(folder)).documents(), true);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** What the documents need. */
  SourceNeeds needs() {
    try {
      return SourceNeeds.in(new SourceFolder(folder), documents);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** The engine that the documents ask for. */
  EngineWish engine() {
    try {
      return EngineWish.in(new SourceFolder(folder), documents);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static EnvironmentException unreadable(Path folder, IOException e) {
    return new EnvironmentException(
        "cannot-read",
        folder.toString(),
        "This cannot be read: " + SystemReason.of(e) + ".",
        "Give yourself the right to read it.",
        e);
  }
}
