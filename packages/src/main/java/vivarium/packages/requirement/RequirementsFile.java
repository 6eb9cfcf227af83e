package vivarium.packages.requirement;

import java.nio.file.Path;
import java.util.List;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/**
 * What a {@code requirements.txt} asks for, with the files that it includes; see <a
 * href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">Requirements File
 * Format</a>.
 *
 * @param requirements in the order of the files
 * @param constraints the versions to take, should something need these distributions
 * @param options what it says about where to look, for the caller to heed or to refuse
 * @param diagnostics what is wrong
 */
public record RequirementsFile(
    List<Declared> requirements,
    List<Declared> constraints,
    List<Option> options,
    List<Diagnostic> diagnostics) {
  public RequirementsFile {
    requirements = List.copyOf(requirements);
    constraints = List.copyOf(constraints);
    options = List.copyOf(options);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * An option about where to look.
   *
   * @param name {@code --index-url}, {@code --extra-index-url}, {@code --find-links}, {@code
   *     --no-index} or {@code --pre}
   * @param value as written; empty for the last two
   */
  public record Option(String name, String value, Location where) {}

  /**
   * Reads a file and what it includes. It never fails: a file that cannot be read is a diagnostic.
   *
   * @param folder the folder that is built; nothing outside of it is read
   * @param path the file, relative to the folder, with {@code /} between its parts
   */
  public static RequirementsFile read(Path folder, String path) {
    return new RequirementsFileReader(folder).read(path);
  }
}
