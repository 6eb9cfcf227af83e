package vivarium.packages.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.version.VersionSpecifiers;
import vivarium.packages.wheel.CoreMetadata;
import vivarium.packages.wheel.WheelName;

/**
 * The packages that were built together with a release of Pyodide, by its {@code
 * pyodide-lock.json}. Their files are not part of Pyodide's npm package: as a source, this has
 * those that can be had, and {@link #others} the others.
 */
public final class EnginePackages implements Source {
  private final String release;
  private final PyodideBuild build;
  private final Map<PackageName, JsonObject> packages = new HashMap<>();
  private final Map<String, PackageName> providers = new HashMap<>();
  private final Optional<Address> server;
  private final Predicate<Sha256> kept;

  /**
   * Reads the list of a release.
   *
   * @param release as {@code 314.0.7}
   * @param lock the release's {@code pyodide-lock.json}
   * @param server a folder with all its files, with a final slash
   * @param kept whether the wheel with a hash is in the cache
   * @throws JsonException when {@code lock} is not what it should be
   */
  public EnginePackages(
      String release, Json lock, Optional<Address> server, Predicate<Sha256> kept) {
    this.release = release;
    this.build = PyodideBuild.ofLock(lock);
    this.server = server;
    this.kept = kept;
    JsonObject.of(lock).object("packages").forEach(this::add);
  }

  private void add(String name, Json entry) {
    try {
      PackageName key = new PackageName(name);
      JsonObject members = JsonObject.of(entry);
      packages.put(key, members);
      for (Json module : members.array("imports")) {
        if (module instanceof Json.Str text) {
          providers.put(text.value(), key);
        }
      }
    } catch (SyntaxException e) {
      throw new JsonException("\"" + name + "\" is no name of a package");
    }
  }

  /** The release of Pyodide: {@code 314.0.7}. */
  public String release() {
    return release;
  }

  /** What packages have to be made for. */
  public PyodideBuild build() {
    return build;
  }

  /**
   * The package that brings a module.
   *
   * @param module its name up to the first dot
   */
  public Optional<PackageName> provider(String module) {
    return Optional.ofNullable(providers.get(module));
  }

  /** What the list says of a wheel; empty when that is none of the engine's own. */
  public Optional<CoreMetadata> metadata(WheelName wheel, Sha256 hash) throws IndexException {
    Optional<Offer> own = offer(wheel.distribution());
    return own.isPresent()
            && own.get().wheel().equals(wheel)
            && own.get().hash().equals(Optional.of(hash))
            && own.get().metadata() instanceof Offer.Known known
        ? Optional.of(known.metadata())
        : Optional.empty();
  }

  @Override
  public Optional<Listing> list(PackageName name) throws IndexException {
    return listing(name, true);
  }

  /** The packages whose wheels nobody has given so far. */
  public Source others() {
    return new Source() {
      @Override
      public Optional<Listing> list(PackageName name) throws IndexException {
        return listing(name, false);
      }

      @Override
      public String toString() {
        return EnginePackages.this.toString();
      }
    };
  }

  private Optional<Listing> listing(PackageName name, boolean isAtHand) throws IndexException {
    Optional<Offer> offer = offer(name);
    return offer
        .filter(it -> isAtHand != it.place() instanceof Place.NotHere)
        .map(it -> new Listing(List.of(it), List.of()));
  }

  private Optional<Offer> offer(PackageName name) throws IndexException {
    JsonObject entry = packages.get(name);
    try {
      String fileName = entry == null ? "" : entry.string("file_name");
      return entry == null || !fileName.endsWith(".whl")
          ? Optional.empty()
          : Optional.of(offer(entry, WheelName.parse(fileName)));
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
    Sha256 hash = Sha256.of(entry.string("sha256"));
    return new Offer(
        wheel,
        place(wheel.fileName(), hash),
        Optional.of(hash),
        Optional.empty(),
        Optional.empty(),
        new Offer.Known(metadata));
  }

  private Place place(String fileName, Sha256 hash) throws IndexException {
    if (server.isPresent()) {
      return new Place.Online(server.get().resolve(fileName));
    }
    return kept.test(hash)
        ? new Place.Kept()
        : new Place.NotHere(
            fileName
                + " is one of the packages that come with Pyodide "
                + release
                + ", and is not on this machine.");
  }

  @Override
  public String toString() {
    return "the packages of Pyodide " + release;
  }
}
