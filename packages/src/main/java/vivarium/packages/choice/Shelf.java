package vivarium.packages.choice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Source;
import vivarium.packages.version.Version;
import vivarium.packages.version.VersionSpecifiers;
import vivarium.packages.wheel.SupportedTags;
import vivarium.packages.wheel.WheelName;

/**
 * The releases of a package that the engine can use, best first: final ones before pre-releases,
 * and those last that should not be used any more; the newest before older ones.
 */
record Shelf(Source source, Map<Version, Offer> offers, int files) {

  static Shelf of(
      Source source,
      Listing listing,
      SupportedTags tags,
      Version python,
      Optional<Version> preferred) {
    Map<Version, Map<WheelName, Offer>> byVersion = new HashMap<>();
    for (Offer offer : listing.wheels()) {
      if (offer.requiresPython().stream().allMatch(it -> it.contains(python, true))) {
        byVersion
            .computeIfAbsent(offer.wheel().version(), it -> new LinkedHashMap<>())
            .put(offer.wheel(), offer);
      }
    }
    List<Offer> usable = new ArrayList<>();
    for (Map<WheelName, Offer> release : byVersion.values()) {
      tags.best(release.keySet()).map(release::get).ifPresent(usable::add);
    }
    usable.sort(
        Comparator.<Offer, Boolean>comparing(it -> !preferred.equals(version(it)))
            .thenComparing(it -> it.yanked().isPresent())
            .thenComparing(it -> it.wheel().version().isPrerelease())
            .thenComparing(it -> it.wheel().version(), Comparator.reverseOrder()));
    Map<Version, Offer> offers = new LinkedHashMap<>();
    usable.forEach(offer -> offers.put(offer.wheel().version(), offer));
    int files = listing.wheels().size() + listing.others().size();
    return new Shelf(source, offers, files);
  }

  private static Optional<Version> version(Offer offer) {
    return Optional.of(offer.wheel().version());
  }

  /**
   * Whether a release will do. Pre-releases will where they are asked for, and where there is
   * nothing else.
   */
  boolean accepts(VersionSpecifiers specifiers, Version version) {
    return specifiers.contains(version, specifiers.askForPrereleases() || !hasFinal(specifiers));
  }

  private boolean hasFinal(VersionSpecifiers specifiers) {
    Collection<Offer> all = offers.values();
    return all.stream()
        .filter(offer -> offer.yanked().isEmpty())
        .map(offer -> offer.wheel().version())
        .anyMatch(version -> !version.isPrerelease() && specifiers.contains(version, false));
  }
}
