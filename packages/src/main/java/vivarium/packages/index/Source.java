package vivarium.packages.index;

import java.util.Optional;
import vivarium.packages.requirement.PackageName;

/** Where packages are looked for. */
public interface Source {
  /** What it has of a package; empty when it does not have it at all. */
  Optional<Listing> list(PackageName name) throws IndexException, InterruptedException;

  /** The address of the index that a package comes from, where that is one. */
  default Optional<Address> index(PackageName name) {
    return Optional.empty();
  }

  /** Its address or folder, as the user knows it. */
  @Override
  String toString();
}
