package vivarium.packages.choice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.ExtraName;
import vivarium.packages.requirement.MarkerEnvironment;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.resolve.Catalogue;
import vivarium.packages.resolve.CatalogueException;
import vivarium.packages.resolve.Need;
import vivarium.packages.resolve.Solution;
import vivarium.packages.resolve.Solver;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.CoreMetadata;
import vivarium.packages.wheel.SupportedTags;

/**
 * All packages that can be had, as the solver sees them: {@code rich}, and {@code rich[jupyter]}
 * for what an extra adds.
 */
public final class Shelves implements Catalogue {
  private final PyodideBuild build;
  private final SupportedTags tags;
  private final MarkerEnvironment environment;
  private final List<Source> sources;
  private final Optional<Source> otherwise;
  private final Metadata wheels;
  private final Map<PackageName, Version> preferred;
  private final Map<PackageName, Optional<Shelf>> shelves = new HashMap<>();
  private final Map<Offer, CoreMetadata> metadata = new HashMap<>();

  /**
   * @param sources in order: a package comes from the first that has its name
   * @param otherwise what is asked where these have nothing that the engine can use
   * @param preferred releases that are taken where they will do
   */
  public Shelves(
      PyodideBuild build,
      List<Source> sources,
      Optional<Source> otherwise,
      Metadata wheels,
      Map<PackageName, Version> preferred) {
    this.build = build;
    this.sources = List.copyOf(sources);
    this.otherwise = otherwise;
    this.wheels = wheels;
    this.preferred = Map.copyOf(preferred);
    tags = SupportedTags.of(build);
    environment = MarkerEnvironment.of(build);
  }

  /** Reads what wheels need. */
  @FunctionalInterface
  public interface Metadata {
    /** The metadata of a wheel. */
    CoreMetadata of(Offer offer) throws IndexException, InterruptedException;
  }

  /** A package, or what an extra of it adds. */
  private record Key(PackageName name, Optional<ExtraName> extra) {
    static Key of(String text) {
      int bracket = text.indexOf('[');
      return bracket < 0
          ? new Key(new PackageName(text), Optional.empty())
          : new Key(
              new PackageName(text.substring(0, bracket)),
              Optional.of(ExtraName.of(text.substring(bracket + 1, text.length() - 1))));
    }

    @Override
    public String toString() {
      return name.normalized() + extra.map(it -> "[" + it.normalized() + "]").orElse("");
    }
  }

  /**
   * The best releases that meet all requirements that count on the engine.
   *
   * @param wanted each with who needs it, for the user: {@code guide/intro.md:4}
   * @throws IndexException when a source cannot be used
   */
  public Solution choose(List<Wanted> wanted) throws IndexException, InterruptedException {
    List<Wanted> counting = wanted.stream().filter(each -> holds(each.requirement())).toList();
    expect(counting.stream().map(Wanted::requirement).toList());
    List<Solver.Wanted> needs = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Wanted each : counting) {
      if (said.add(each.requirement().toString())) {
        for (Need need : needs(each.requirement())) {
          needs.add(new Solver.Wanted(each.by(), need));
        }
      }
    }
    try {
      return Solver.solve(needs, this);
    } catch (CatalogueException e) {
      if (e.getCause() instanceof IndexException problem) {
        throw problem;
      }
      throw new IllegalStateException(e);
    }
  }

  private void expect(List<Requirement> requirements) {
    List<PackageName> names =
        requirements.stream()
            .map(Requirement::name)
            .filter(name -> !shelves.containsKey(name))
            .distinct()
            .toList();
    sources.forEach(source -> source.expect(names));
  }

  /** What {@code requirement} needs, in the solver's terms: the package, and each extra. */
  private List<Need> needs(Requirement requirement) throws IndexException, InterruptedException {
    Optional<Shelf> shelf = shelf(requirement.name());
    List<Need> needs = new ArrayList<>();
    List<Optional<ExtraName>> parts = new ArrayList<>(List.of(Optional.empty()));
    requirement.extras().forEach(extra -> parts.add(Optional.of(extra)));
    for (Optional<ExtraName> part : parts) {
      needs.add(
          new Need(
              new Key(requirement.name(), part).toString(),
              release ->
                  shelf.isPresent()
                      && shelf.get().accepts(requirement.specifiers(), Version.parse(release)),
              withoutMarker(requirement).toString()));
    }
    return needs;
  }

  private static Requirement withoutMarker(Requirement requirement) {
    return new Requirement(
        requirement.name(),
        requirement.extras(),
        requirement.specifiers(),
        requirement.url(),
        Optional.empty());
  }

  /** Whether {@code requirement} counts on the engine. */
  public boolean holds(Requirement requirement) {
    return requirement.holds(environment, List.of());
  }

  /** A release that was chosen. */
  public Offer offer(PackageName name, Version version)
      throws IndexException, InterruptedException {
    Offer offer = shelf(name).orElseThrow().offers().get(version);
    if (offer == null) {
      throw new IllegalArgumentException("no " + name + " " + version);
    }
    return offer;
  }

  /** Whether there is a release that the engine can use. */
  public boolean has(PackageName name) throws IndexException, InterruptedException {
    return shelf(name).filter(shelf -> !shelf.offers().isEmpty()).isPresent();
  }

  /** Where a package comes from that was chosen. */
  public Source source(PackageName name) throws IndexException, InterruptedException {
    return shelf(name).orElseThrow().source();
  }

  /** The packages that a release needs, whatever their extras. */
  public List<PackageName> dependencies(Offer offer, List<ExtraName> extras)
      throws IndexException, InterruptedException {
    return metadata(offer).requirements().stream()
        .filter(each -> each.holds(environment, extras))
        .map(Requirement::name)
        .distinct()
        .toList();
  }

  @Override
  public List<String> releases(String name) throws CatalogueException, InterruptedException {
    try {
      Optional<Shelf> shelf = shelf(Key.of(name).name());
      return shelf.isEmpty()
          ? List.of()
          : shelf.get().offers().keySet().stream().map(Version::toString).toList();
    } catch (IndexException e) {
      throw new CatalogueException(e);
    }
  }

  @Override
  public String absence(String name) {
    Optional<Shelf> shelf = shelves.getOrDefault(Key.of(name).name(), Optional.empty());
    if (shelf.isPresent()) {
      return "and "
          + shelf.get().source()
          + " has "
          + (shelf.get().files() == 1 ? "one file" : shelf.get().files() + " files")
          + " of it, none for Python "
          + build.pythonMajorMinor()
          + " in a browser";
    }
    return "which is not in "
        + String.join(" or ", sources.stream().map(Source::toString).toList());
  }

  @Override
  public String only(String name, String releases) {
    Optional<Shelf> shelf = shelves.getOrDefault(Key.of(name).name(), Optional.empty());
    return shelf
        .map(it -> it.source().only(releases))
        .orElseGet(() -> Catalogue.super.only(name, releases));
  }

  @Override
  public Contents contents(String name, String release)
      throws CatalogueException, InterruptedException {
    Key key = Key.of(name);
    try {
      Offer offer = offer(key.name(), Version.parse(release));
      CoreMetadata read;
      try {
        read = metadata(offer);
      } catch (IndexException e) {
        if (e.isOfFile()) {
          return new Contents.Unusable("cannot be used (" + e.getMessage() + ")");
        }
        throw new CatalogueException(e);
      }
      if (!read.requiresPython().contains(build.python(), true)) {
        return new Contents.Unusable("needs Python " + read.requiresPython());
      }
      List<Need> needs = new ArrayList<>();
      if (key.extra().isPresent()) {
        needs.add(new Need(key.name().normalized(), release::equals, key.name() + "==" + release));
      }
      List<ExtraName> extras = key.extra().map(List::of).orElse(List.of());
      expect(read.requirements().stream().filter(it -> it.holds(environment, extras)).toList());
      for (Requirement each : read.requirements()) {
        boolean always = each.holds(environment, List.of());
        boolean counts =
            key.extra().isEmpty()
                ? always
                : !always && each.holds(environment, List.of(key.extra().get()));
        if (counts && each.url().isPresent()) {
          return new Contents.Unusable("needs " + each.name() + " from an address of its own");
        }
        if (counts) {
          needs.addAll(needs(each));
        }
      }
      return new Contents.Needs(needs);
    } catch (IndexException e) {
      throw new CatalogueException(e);
    }
  }

  private CoreMetadata metadata(Offer offer) throws IndexException, InterruptedException {
    CoreMetadata known = metadata.get(offer);
    if (known == null) {
      known = Brought.without(wheels.of(offer));
      metadata.put(offer, known);
    }
    return known;
  }

  private Optional<Shelf> shelf(PackageName name) throws IndexException, InterruptedException {
    Optional<Shelf> known = shelves.get(name);
    if (known == null) {
      known = Optional.empty();
      for (Source source : sources) {
        known = shelf(source, name);
        if (known.isPresent()) {
          break;
        }
      }
      if (otherwise.isPresent() && (known.isEmpty() || known.get().offers().isEmpty())) {
        Optional<Shelf> other = shelf(otherwise.get(), name);
        known = other.isPresent() ? other : known;
      }
      shelves.put(name, known);
    }
    return known;
  }

  private Optional<Shelf> shelf(Source source, PackageName name)
      throws IndexException, InterruptedException {
    Optional<Version> before = Optional.ofNullable(preferred.get(name));
    return source
        .list(name)
        .map(listing -> Shelf.of(source, listing, tags, build.python(), before));
  }
}
