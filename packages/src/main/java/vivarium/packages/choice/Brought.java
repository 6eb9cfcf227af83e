package vivarium.packages.choice;

import java.util.List;
import java.util.Set;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.wheel.CoreMetadata;

/**
 * Packages that others name because they work in Jupyter. A page brings what it takes of IPython,
 * and has no server for which the others hold scripts. Whoever wants one of them names it.
 */
final class Brought {
  private static final Set<PackageName> NAMES =
      Set.of(
          new PackageName("ipython"),
          new PackageName("jupyterlab-widgets"),
          new PackageName("widgetsnbextension"));

  private Brought() {}

  /** What a wheel says, without its need of these. */
  static CoreMetadata without(CoreMetadata read) {
    List<Requirement> requirements =
        read.requirements().stream().filter(each -> !NAMES.contains(each.name())).toList();
    return new CoreMetadata(
        read.name(), read.version(), requirements, read.requiresPython(), read.extras());
  }
}
