package vivarium.packages.offer;

import java.util.Optional;
import vivarium.packages.hash.Sha256;
import vivarium.packages.version.VersionSpecifiers;
import vivarium.packages.wheel.CoreMetadata;
import vivarium.packages.wheel.WheelName;

/**
 * A wheel that can be had.
 *
 * @param hash empty where the source does not tell
 * @param requiresPython the versions of Python it runs on; empty for any, and where the source does
 *     not tell
 * @param yanked why it should not be used any more; empty when it may
 * @param metadata where to read what the wheel needs
 */
public record Offer(
    WheelName wheel,
    Place place,
    Optional<Sha256> hash,
    Optional<VersionSpecifiers> requiresPython,
    Optional<String> yanked,
    Metadata metadata) {

  /** The metadata of a wheel. */
  public sealed interface Metadata {}

  /** They are in the wheel alone. */
  public record InWheel() implements Metadata {}

  /** They are known already. */
  public record Known(CoreMetadata metadata) implements Metadata {}

  /**
   * They are a file as well; see <a
   * href="https://packaging.python.org/en/latest/specifications/simple-repository-api/#serve-distribution-metadata-in-the-simple-repository-api">Serving
   * metadata</a>.
   */
  public record OwnFile(Address address, Optional<Sha256> hash) implements Metadata {}
}
