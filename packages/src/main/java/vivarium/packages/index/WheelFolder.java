package vivarium.packages.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.wheel.WheelName;

/** The wheels of a folder, or a single wheel. */
public final class WheelFolder implements Source {
  private final Path path;

  /**
   * @param path a folder, whose own folders are not looked into, or a wheel
   */
  public WheelFolder(Path path) {
    this.path = path;
  }

  @Override
  public Optional<Listing> list(PackageName name) throws IndexException {
    List<Offer> found;
    try (Stream<Path> files = Files.isRegularFile(path) ? Stream.of(path) : Files.list(path)) {
      found = files.sorted().flatMap(file -> offer(file, name).stream()).toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new IndexException("There is no folder " + path + " to look for wheels in.");
    } catch (IOException e) {
      throw new IndexException("The folder " + path + " cannot be read: " + e.getMessage() + ".");
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Listing(found, List.of()));
  }

  private static Optional<Offer> offer(Path file, PackageName name) {
    String fileName = file.getFileName().toString();
    if (!fileName.endsWith(".whl")) {
      return Optional.empty();
    }
    try {
      WheelName wheel = WheelName.parse(fileName);
      return wheel.distribution().equals(name)
          ? Optional.of(
              new Offer(
                  wheel,
                  new Place.OnDisk(file),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  new Offer.InWheel()))
          : Optional.empty();
    } catch (SyntaxException e) {
      return Optional.empty(); // No wheel of this package, whatever it is.
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
