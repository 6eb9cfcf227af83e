package vivarium.packages.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.packages.hash.Sha256;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.version.VersionSpecifiers;
import vivarium.packages.wheel.CoreMetadata;
import vivarium.packages.wheel.WheelName;

/**
 * The packages that were built together with a release of Pyodide, by its {@code
 * pyodide-lock.json}. The files are not part of Pyodide's npm package: the user has to say where
 * they are.
 */
public final class EnginePackages implements Source {
  private final String engine;
  private final Map<PackageName, JsonObject> packages = new HashMap<>();
  private final Optional<Location> location;

  /** Where the files of a release are. */
  public sealed interface Location {
    /** In a folder of this machine. */
    record Folder(Path path) implements Location {}

    /**
     * On a server.
     *
     * @param address with a final slash
     */
    record Server(Address address) implements Location {}
  }

  /**
   * @param engine the release, as {@code 314.0.7}
   * @param lock the release's {@code pyodide-lock.json}
   * @throws JsonException when that is not what it should be
   */
  public EnginePackages(String engine, Json lock, Optional<Location> location) {
    this.engine = engine;
    this.location = location;
    JsonObject.of(lock)
        .object("packages")
        .forEach(
            (name, entry) -> {
              try {
                packages.put(new PackageName(name), JsonObject.of(entry));
              } catch (SyntaxException e) {
                throw new JsonException("\"" + name + "\" is no name of a package");
              }
            });
  }

  @Override
  public Optional<Listing> list(PackageName name) throws IndexException {
    JsonObject entry = packages.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      String fileName = entry.string("file_name");
      if (!fileName.endsWith(".whl")) {
        return Optional.of(new Listing(List.of(), List.of(fileName)));
      }
      WheelName wheel = WheelName.parse(fileName);
      return Optional.of(new Listing(List.of(offer(entry, wheel)), List.of()));
    } catch (SyntaxException | JsonException | IllegalArgumentException e) {
      throw new IndexException(this + " cannot be used for " + name + ": " + e.getMessage() + ".");
    }
  }

  private Offer offer(JsonObject entry, WheelName wheel) throws IndexException {
    List<Requirement> needs = new ArrayList<>();
    for (Json need : entry.array("depends")) {
      if (need instanceof Json.Str text) {
        needs.add(Requirement.parse(text.value()));
      }
    }
    CoreMetadata metadata =
        new CoreMetadata(
            wheel.distribution(),
            Version.parse(entry.string("version")),
            needs,
            VersionSpecifiers.ANY,
            List.of());
    return new Offer(
        wheel,
        place(wheel.fileName()),
        Optional.of(Sha256.of(entry.string("sha256"))),
        Optional.empty(),
        Optional.empty(),
        new Offer.Known(metadata));
  }

  private Place place(String fileName) throws IndexException {
    if (location.isPresent() && location.get() instanceof Location.Server server) {
      return new Place.Online(server.address().resolve(fileName));
    }
    if (location.isPresent() && location.get() instanceof Location.Folder folder) {
      Path file = folder.path().resolve(fileName);
      return Files.isRegularFile(file)
          ? new Place.OnDisk(file)
          : new Place.NotHere("There is no " + fileName + " in " + folder.path() + ".");
    }
    return new Place.NotHere(
        fileName
            + " comes with Pyodide "
            + engine
            + ", whose packages are not on this machine. Say where they are, as a folder or an"
            + " address: --engine-packages PLACE.");
  }

  @Override
  public String toString() {
    return "the packages of Pyodide " + engine;
  }
}
