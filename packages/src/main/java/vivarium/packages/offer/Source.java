package vivarium.packages.offer;

import java.util.List;
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

  /**
   * What is said where only some releases are there, as a part of a sentence.
   *
   * @param releases the package and its releases, in words
   */
  default String only(String releases) {
    return "there is only " + releases;
  }

  /** Hears which packages may be asked for next. */
  default void expect(List<PackageName> names) {}

  /** Its address or folder, as the user knows it. */
  @Override
  String toString();
}
