package vivarium.packages.lock;

import java.util.List;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.WheelName;

/**
 * One package of a lock file.
 *
 * @param size of the wheel, in bytes
 * @param dependencies what it needs of the other packages there, in alphabetical order
 */
public record LockedPackage(
    PackageName name,
    Version version,
    WheelName wheel,
    Sha256 hash,
    long size,
    Origin origin,
    List<PackageName> dependencies) {
  public LockedPackage {
    dependencies = dependencies.stream().sorted().toList();
  }

  /** Where the wheel came from. */
  public sealed interface Origin {
    /**
     * From a package index.
     *
     * @param index the address of the index
     * @param file the address of the wheel
     */
    record Index(Address index, Address file) implements Origin {}

    /**
     * From a folder.
     *
     * @param path the wheel, relative to the lock file's folder where it lies below or beside it
     */
    record File(String path) implements Origin {}

    /** From the packages of the engine. */
    record Engine() implements Origin {}
  }
}
