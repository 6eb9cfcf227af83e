package vivarium.packages.imports;

import java.util.List;

/**
 * A module that code imports.
 *
 * @param module its whole name: {@code google.cloud}
 * @param names what is taken from it, which may be modules as well: {@code storage}
 * @param line 1-based, in the code
 * @param column 1-based, in Unicode code points
 * @param isOptional whether the code looks as if it could do without: in a {@code try} statement,
 *     or for type checkers alone
 */
public record Import(String module, List<String> names, int line, int column, boolean isOptional) {
  public Import {
    names = List.copyOf(names);
  }

  /** The name before the first dot. */
  public String top() {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
