package vivarium.site.needs;

import java.util.List;
import java.util.Set;
import vivarium.model.diagnostic.Location;

/**
 * A module that a cell cannot do without.
 *
 * @param module its whole name
 * @param names what is taken from it, which may be modules as well
 */
public record ImportedModule(String module, List<String> names, Location where) {
  /** What Vivarium's Python side has, or stands in for. */
  private static final Set<String> OURS = Set.of("vivarium", "pyscript", "micropip", "IPython");

  public ImportedModule {
    names = List.copyOf(names);
  }

  /** Whether it is there without any package, which may have more of it. */
  public boolean isOurs() {
    return OURS.contains(top());
  }

  /** The name before the first dot. */
  public String top() {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
