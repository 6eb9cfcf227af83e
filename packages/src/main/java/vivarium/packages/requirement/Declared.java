package vivarium.packages.requirement;

import java.util.List;
import vivarium.model.diagnostic.Location;
import vivarium.packages.hash.Sha256;

/**
 * A requirement that stands in a file.
 *
 * @param where its first character
 * @param hashes the hashes of the files that may serve it; any file may, when there are none
 */
public record Declared(Requirement requirement, Location where, List<Sha256> hashes) {
  public Declared {
    hashes = List.copyOf(hashes);
  }

  /** A requirement that any file may serve. */
  static Declared of(Requirement requirement, Location where) {
    return new Declared(requirement, where, List.of());
  }
}
