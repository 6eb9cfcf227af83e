package vivarium.engine.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vivarium.model.json.Json;

/**
 * The packages that a document's cells may import.
 *
 * @param release the Pyodide that they are for
 * @param wanted those that are there when the first cell runs
 * @param others those that are put there when a cell imports them, or asks for them
 */
public record PythonPackages(
    PythonRelease release, List<PythonPackage> wanted, List<PythonPackage> others) {
  /** Nothing but what Python itself brings. */
  public static final PythonPackages NONE =
      new PythonPackages(PythonRelease.NEWEST, List.of(), List.of());

  public PythonPackages {
    wanted = List.copyOf(wanted);
    others = List.copyOf(others);
  }

  /** The same without the package of this name, if there is one. */
  public PythonPackages without(String name) {
    return new PythonPackages(
        release,
        wanted.stream().filter(each -> !each.name().equals(name)).toList(),
        others.stream().filter(each -> !each.name().equals(name)).toList());
  }

  /** Whether there is no package at all. */
  public boolean isEmpty() {
    return wanted.isEmpty() && others.isEmpty();
  }

  /** All of them, first those that are wanted. */
  public List<PythonPackage> all() {
    List<PythonPackage> all = new ArrayList<>(wanted);
    all.addAll(others);
    return all;
  }

  /**
   * What Python is told of them, a JSON list.
   *
   * @param url where Python finds the wheel of a package
   */
  public Json.Arr json(Function<PythonPackage, String> url) {
    List<Json> items = new ArrayList<>();
    wanted.forEach(each -> items.add(each.json(url.apply(each), true).build()));
    others.forEach(each -> items.add(each.json(url.apply(each), false).build()));
    return new Json.Arr(items);
  }
}
