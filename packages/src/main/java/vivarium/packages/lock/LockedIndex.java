package vivarium.packages.lock;

import java.util.List;
import java.util.Optional;
import vivarium.packages.index.WheelCache;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;

/** What a lock file has from indexes, as far as it is on this machine: to do without them. */
public final class LockedIndex implements Source {
  private final LockFile lock;
  private final WheelCache cache;

  public LockedIndex(LockFile lock, WheelCache cache) {
    this.lock = lock;
    this.cache = cache;
  }

  @Override
  public Optional<Listing> list(PackageName name) {
    return lock.find(name)
        .filter(each -> each.origin() instanceof LockedPackage.Origin.Index)
        .filter(each -> cache.has(each.hash()))
        .map(each -> new Listing(List.of(offer(each)), List.of()));
  }

  private static Offer offer(LockedPackage each) {
    LockedPackage.Origin.Index origin = (LockedPackage.Origin.Index) each.origin();
    return new Offer(
        each.wheel(),
        new Place.Online(origin.file()),
        Optional.of(each.hash()),
        Optional.empty(),
        Optional.empty(),
        new Offer.InWheel());
  }

  @Override
  public Optional<Address> index(PackageName name) {
    return lock.find(name)
        .map(LockedPackage::origin)
        .filter(LockedPackage.Origin.Index.class::isInstance)
        .map(origin -> ((LockedPackage.Origin.Index) origin).index());
  }

  @Override
  public String toString() {
    return "what was loaded before";
  }
}
