package vivarium.kernel.installer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.WheelName;

/** The packages that Python has, or that the page's site has: of each the one release. */
final class Here implements Source {
  private final Map<PackageName, Version> packages;

  Here(Map<PackageName, Version> packages) {
    this.packages = packages;
  }

  @Override
  public Optional<Listing> list(PackageName name) {
    return Optional.ofNullable(packages.get(name))
        .map(version -> new Listing(List.of(offer(name, version)), List.of()));
  }

  /** It runs here, whatever its wheel was called. */
  private static Offer offer(PackageName name, Version version) {
    String file = name.normalized().replace('-', '_') + "-" + version + "-py3-none-any.whl";
    return new Offer(
        WheelName.parse(file),
        new Place.Kept(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Offer.InWheel());
  }

  @Override
  public String only(String releases) {
    return "this page has " + releases;
  }

  @Override
  public String toString() {
    return "this page";
  }
}
