package vivarium.site.needs;

import java.util.List;
import vivarium.model.diagnostic.Location;

/**
 * A module that a cell cannot do without.
 *
 * @param module its whole name
 * @param names what is taken from it, which may be modules as well
 */
public record ImportedModule(String module, List<String> names, Location where) {
  public ImportedModule {
    names = List.copyOf(names);
  }

  /** The name before the first dot. */
  public String top() {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
