package vivarium.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/**
 * What the user calls the files of a source, so that terminals and CI servers find them: by their
 * paths from the folder where the command was called, or by absolute ones when they lie outside of
 * it.
 */
final class ShownPaths {
  private final Path root;
  private final String prefix;

  private ShownPaths(Path root, String prefix) {
    this.root = root;
    this.prefix = prefix;
  }

  /**
   * For a source.
   *
   * @param source a file or a folder
   * @param caller the folder where the command was called
   */
  static ShownPaths of(Path source, Path caller) {
    Path absolute = source.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path root = Files.isDirectory(absolute) || parent == null ? absolute : parent;
    Path from = caller.toAbsolutePath().normalize();
    String shown = (root.startsWith(from) ? from.relativize(root) : root).toString();
    String slashed = shown.replace(root.getFileSystem().getSeparator(), "/");
    return new ShownPaths(
        root, slashed.isEmpty() || slashed.endsWith("/") ? slashed : slashed + "/");
  }

  /**
   * What the user calls a file.
   *
   * @param path from the source's folder; what leads to no file there, such as the name of a
   *     program or an absolute path, stays as it is
   */
  String of(String path) {
    return isInRoot(path) ? prefix + path : path;
  }

  /** The diagnostics, at places as the user calls them. */
  List<Diagnostic> of(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::of).toList();
  }

  private Diagnostic of(Diagnostic diagnostic) {
    Location where = diagnostic.where();
    return new Diagnostic(
        diagnostic.severity(),
        diagnostic.code(),
        new Location(of(where.path()), where.line(), where.column()),
        diagnostic.message(),
        diagnostic.remedy());
  }

  private boolean isInRoot(String path) {
    try {
      Path file = Path.of(path);
      return !file.isAbsolute() && Files.exists(root.resolve(file), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
