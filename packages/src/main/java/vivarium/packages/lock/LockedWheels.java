package vivarium.packages.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.index.WheelCache;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Place;
import vivarium.packages.wheel.Wheel;
import vivarium.packages.wheel.WheelException;

/**
 * Finds the wheels that a lock file names: where it says that they lie, in the folder {@code
 * wheels} beside it, among those that were loaded before, and at last at the index that they came
 * from. Each is checked against its hash before anybody gets it.
 */
public final class LockedWheels {
  /** A folder beside the lock file, for wheels that travel with the documents. */
  public static final String FOLDER = "wheels";

  private static final String ADVICE = "Put the wheel into the folder \"" + FOLDER + "\" beside ";

  private final WheelCache cache;
  private final List<Address> indexes;

  /**
   * Finds wheels on this machine, and loads others.
   *
   * @param indexes the indexes that this machine knows, with the names and passwords for them
   */
  public LockedWheels(WheelCache cache, List<Address> indexes) {
    this.cache = cache;
    this.indexes = List.copyOf(indexes);
  }

  /**
   * What a folder has locked.
   *
   * @param lock empty when there is no lock file, or it cannot be read
   * @param wheels one for each package, in alphabetical order, but for those that {@code
   *     diagnostics} tell of
   * @param diagnostics errors; they name the lock file by {@link LockFile#NAME}
   */
  public record Found(Optional<LockFile> lock, List<Wheel> wheels, List<Diagnostic> diagnostics) {
    public Found {
      wheels = List.copyOf(wheels);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Reads the lock file of a folder, and finds its wheels.
   *
   * @param folder where the lock file lies, if there is one
   */
  public Found in(Path folder) throws InterruptedException {
    String text;
    try {
      text = Files.readString(folder.resolve(LockFile.NAME));
    } catch (NoSuchFileException e) {
      return new Found(Optional.empty(), List.of(), List.of());
    } catch (IOException e) {
      return failed(
          Diagnostic.error(
              "cannot-read",
              Location.file(LockFile.NAME),
              "This cannot be read: " + e.getMessage() + ".",
              "Give yourself the right to read it."));
    }
    LockFile lock;
    try {
      lock = LockReader.read(text);
    } catch (LockException e) {
      return failed(e.diagnostic());
    }
    List<String> lines = text.lines().toList();
    List<Wheel> wheels = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (LockedPackage each : lock.packages()) {
      int line = lines.indexOf("name = \"" + each.name().normalized() + "\"") + 1;
      Location where = new Location(LockFile.NAME, line, line == 0 ? 0 : 1);
      try {
        wheels.add(wheel(folder, each));
      } catch (WheelException | IOException e) {
        diagnostics.add(
            Diagnostic.error(
                "wheel-refused",
                where,
                e.getMessage() + (e instanceof IOException ? " cannot be read." : ""),
                "Bring the right file back. Should the new one be right: vivarium lock --upgrade "
                    + each.name()));
      } catch (IndexException e) {
        diagnostics.add(
            Diagnostic.error(
                "wheel-missing",
                where,
                String.valueOf(e.getMessage()),
                ADVICE + LockFile.NAME + "."));
      }
    }
    return new Found(Optional.of(lock), wheels, diagnostics);
  }

  private static Found failed(Diagnostic problem) {
    return new Found(Optional.empty(), List.of(), List.of(problem));
  }

  private Wheel wheel(Path folder, LockedPackage each)
      throws IOException, WheelException, IndexException, InterruptedException {
    for (Path file : places(folder, each)) {
      if (Files.exists(file)) {
        return cache.open(file, each.wheel(), each.hash());
      }
    }
    Place place = new Place.NotHere(each.wheel() + " is not on this machine.");
    if (each.origin() instanceof LockedPackage.Origin.Index index) {
      place = new Place.Online(index.file().knownTo(indexes));
    }
    return cache.wheel(each.wheel(), place, Optional.of(each.hash()));
  }

  private static List<Path> places(Path folder, LockedPackage each) throws IndexException {
    List<Path> places = new ArrayList<>();
    if (each.origin() instanceof LockedPackage.Origin.File file) {
      try {
        places.add(folder.resolve(file.path()));
      } catch (InvalidPathException e) {
        throw new IndexException("\"" + file.path() + "\" is no path on this machine.");
      }
    }
    places.add(folder.resolve(FOLDER).resolve(each.wheel().fileName()));
    return places;
  }
}
