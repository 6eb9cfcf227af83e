package vivarium.engine.python;

import java.util.List;
import java.util.Optional;

/**
 * A release of Pyodide that cells can run on.
 *
 * @param number as Pyodide writes it: {@code 314.0.7}
 */
public record PythonRelease(String number) {
  /** The one that is used where nobody asks for another. */
  public static final PythonRelease NEWEST = new PythonRelease("314.0.7");

  /** All of them, the newest first. */
  public static final List<PythonRelease> ALL = List.of(NEWEST, new PythonRelease("0.27.7"));

  /** The release with this number. */
  public static Optional<PythonRelease> of(String number) {
    return ALL.stream().filter(each -> each.number().equals(number)).findFirst();
  }

  /** The folder of its files among those that come with the program. */
  public String folder() {
    return equals(NEWEST) ? "pyodide" : "pyodide-" + number;
  }

  /** The script that starts it in V8. */
  String script() {
    return "python-" + number + ".js";
  }
}
