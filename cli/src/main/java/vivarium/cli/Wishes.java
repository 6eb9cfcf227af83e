package vivarium.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vivarium.model.diagnostic.Location;
import vivarium.packages.choice.Wanted;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;

/** The packages that are wanted, and where that is written. */
final class Wishes {
  private final UnaryOperator<String> shown;
  private final List<Wanted> wanted = new ArrayList<>();
  private final Map<String, Location> places = new LinkedHashMap<>();
  private final Map<PackageName, Location> names = new LinkedHashMap<>();

  /**
   * @param shown what the user calls a file
   */
  Wishes(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  void add(Location where, Requirement requirement) {
    String path = shown.apply(where.path());
    String by = where.line() == 0 ? path : path + ":" + where.line();
    wanted.add(new Wanted(by, requirement));
    places.putIfAbsent(by + " needs ", where);
    names.putIfAbsent(requirement.name(), where);
  }

  List<Wanted> all() {
    return List.copyOf(wanted);
  }

  /** All but those for these packages. */
  List<Wanted> without(Set<PackageName> packages) {
    return wanted.stream().filter(each -> !packages.contains(each.requirement().name())).toList();
  }

  /** Where a package is wanted first; empty when it is only what others need. */
  Optional<Location> place(PackageName name) {
    return Optional.ofNullable(names.get(name));
  }

  /** Where the first wish stands that an explanation speaks of. */
  Location place(List<String> sentences) {
    return places.entrySet().stream()
        .filter(place -> sentences.stream().anyMatch(each -> each.contains(place.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
