package vivarium.packages.requirement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tomlj.TomlTable;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.packages.syntax.SyntaxException;

/**
 * What the table {@code [project]} of a {@code pyproject.toml} asks for; see <a
 * href="https://packaging.python.org/en/latest/specifications/pyproject-toml/#dependencies-optional-dependencies">pyproject.toml</a>.
 *
 * @param optionalDependencies what each extra adds
 * @param diagnostics what is wrong
 */
public record ProjectTable(
    List<Declared> dependencies,
    SortedMap<ExtraName, List<Declared>> optionalDependencies,
    Optional<RequiresPython> requiresPython,
    List<Diagnostic> diagnostics) {
  public ProjectTable {
    dependencies = List.copyOf(dependencies);
    optionalDependencies = Collections.unmodifiableSortedMap(new TreeMap<>(optionalDependencies));
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a {@code pyproject.toml}. It never fails: what is wrong is a diagnostic. A file without
   * the table asks for nothing.
   *
   * @param path the file, for diagnostics
   */
  public static ProjectTable read(String path, String content) {
    TomlSource toml = new TomlSource(path, content, 1, 0);
    Optional<TomlTable> project = toml.table().flatMap(root -> toml.table(root, "project"));
    if (project.isEmpty()) {
      return new ProjectTable(List.of(), new TreeMap<>(), Optional.empty(), toml.diagnostics());
    }
    List<Declared> dependencies = toml.requirements(project.get(), "dependencies");
    SortedMap<ExtraName, List<Declared>> optional =
        toml.table(project.get(), "optional-dependencies")
            .map(table -> optional(toml, table))
            .orElseGet(TreeMap::new);
    Optional<RequiresPython> python = toml.requiresPython(project.get());
    return new ProjectTable(dependencies, optional, python, toml.diagnostics());
  }

  private static SortedMap<ExtraName, List<Declared>> optional(TomlSource toml, TomlTable table) {
    SortedMap<ExtraName, List<Declared>> optional = new TreeMap<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      List<Declared> requirements = toml.requirements(table, entry.getKey());
      try {
        optional.put(ExtraName.of(entry.getKey()), requirements);
      } catch (SyntaxException e) {
        toml.bad(toml.place(table, entry.getKey()), e.getMessage(), "");
      }
    }
    return optional;
  }
}
