package vivarium.packages.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.wheel.CoreMetadata;
import vivarium.packages.wheel.WheelName;

/** The wheels of a folder, or a single wheel. */
public final class WheelFolder implements Source {
  private final Path path;
  private final String shown;
  private final EnginePackages engine;

  /**
   * Looks at what is there.
   *
   * @param path a folder, whose own folders are not looked into, or a wheel
   * @param shown what the user calls it
   * @param engine knows what its own wheels need better than they do
   */
  public WheelFolder(Path path, String shown, EnginePackages engine) {
    this.path = path;
    this.shown = shown;
    this.engine = engine;
  }

  @Override
  public Optional<Listing> list(PackageName name) throws IndexException {
    List<Offer> found = new ArrayList<>();
    try (Stream<Path> files = Files.isRegularFile(path) ? Stream.of(path) : Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        Optional<WheelName> wheel = wheel(file).filter(it -> it.distribution().equals(name));
        if (wheel.isPresent()) {
          found.add(offer(file, wheel.get()));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new IndexException("There is no folder " + shown + " to look for wheels in.");
    } catch (IOException e) {
      throw new IndexException("The folder " + shown + " cannot be read: " + e.getMessage() + ".");
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Listing(found, List.of()));
  }

  private Offer offer(Path file, WheelName wheel) throws IOException, IndexException {
    Sha256 hash = Sha256.of(Files.readAllBytes(file));
    Optional<CoreMetadata> known = engine.metadata(wheel, hash);
    return new Offer(
        wheel,
        new Place.OnDisk(file),
        Optional.of(hash),
        Optional.empty(),
        Optional.empty(),
        known.isPresent() ? new Offer.Known(known.get()) : new Offer.InWheel());
  }

  private static Optional<WheelName> wheel(Path file) {
    String fileName = String.valueOf(file.getFileName());
    try {
      return fileName.endsWith(".whl") ? Optional.of(WheelName.parse(fileName)) : Optional.empty();
    } catch (SyntaxException e) {
      return Optional.empty(); // No wheel, whatever it is.
    }
  }

  @Override
  public String toString() {
    return shown;
  }
}
