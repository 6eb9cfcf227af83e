package vivarium.packages.names;

import java.util.Set;
import vivarium.packages.version.Version;

/**
 * The modules that come with Python. Some builds of Pyodide keep a few of them in packages, as
 * {@code sqlite3} in 0.27; what the engine's own list has goes first.
 */
public final class StandardLibrary {
  /** The Python from which on the newer of the two lists holds. */
  private static final Version NEWER = Version.parse("3.13");

  /** What Pyodide adds. */
  private static final Set<String> ENGINE =
      Set.of("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core");

  private final Set<String> modules;

  private StandardLibrary(Set<String> modules) {
    this.modules = modules;
  }

  /** The modules of a version of Python: of 3.14, or of 3.12 up to that one. */
  public static StandardLibrary of(Version python) {
    String resource =
        python.compareTo(NEWER) >= 0 ? "modules-of-python-3.14.txt" : "modules-of-python-3.12.txt";
    return new StandardLibrary(Set.copyOf(NameList.read(resource)));
  }

  /**
   * Whether Python itself, or the engine, has a module.
   *
   * @param imported what a program writes behind {@code import}: {@code os.path}
   */
  public boolean contains(String imported) {
    int dot = imported.indexOf('.');
    String module = dot < 0 ? imported : imported.substring(0, dot);
    return modules.contains(module) || ENGINE.contains(module);
  }
}
