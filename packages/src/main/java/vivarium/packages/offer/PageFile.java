package vivarium.packages.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.packages.hash.Sha256;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.VersionSpecifiers;
import vivarium.packages.wheel.WheelName;

/**
 * A file as the page of a package names it; what makes no sense there is as if it were not there.
 *
 * @param url relative to the page
 * @param yanked why it should not be used any more
 * @param hasMetadata whether its metadata are a file of their own
 */
public record PageFile(
    String fileName,
    String url,
    Optional<String> sha256,
    Optional<String> requiresPython,
    Optional<String> yanked,
    boolean hasMetadata,
    Optional<String> metadataSha256) {

  /** What the page of a package offers by its {@code files}. */
  public static Listing listing(PackageName name, Address page, List<PageFile> files)
      throws IndexException {
    List<Offer> wheels = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (PageFile file : files) {
      Optional<WheelName> wheel = file.wheel();
      if (wheel.isEmpty()) {
        others.add(file.fileName);
      } else if (wheel.get().distribution().equals(name)) {
        wheels.add(file.offer(page, wheel.get()));
      }
    }
    return new Listing(wheels, others);
  }

  private Optional<WheelName> wheel() {
    try {
      return fileName.endsWith(".whl") ? Optional.of(WheelName.parse(fileName)) : Optional.empty();
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  private Offer offer(Address page, WheelName wheel) throws IndexException {
    Address address = page.resolve(url);
    return new Offer(
        wheel,
        new Place.Online(address),
        hash(sha256),
        requiresPython.filter(it -> !it.isBlank()).flatMap(PageFile::specifiers),
        yanked,
        hasMetadata
            ? new Offer.OwnFile(address.withSuffix(".metadata"), hash(metadataSha256))
            : new Offer.InWheel());
  }

  private static Optional<Sha256> hash(Optional<String> text) {
    return text.filter(Sha256::isSha256).map(Sha256::of);
  }

  private static Optional<VersionSpecifiers> specifiers(String text) {
    try {
      return Optional.of(VersionSpecifiers.parse(text));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }
}
