package vivarium.packages.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.wheel.CoreMetadata;
import vivarium.packages.wheel.Wheel;
import vivarium.packages.wheel.WheelException;
import vivarium.packages.wheel.WheelLimits;
import vivarium.packages.wheel.WheelName;

/** Wheels that were loaded before, by their hashes, in a folder that can be deleted at any time. */
public final class WheelCache {
  private static final long MOST_METADATA = 4L << 20;

  private final Web web;
  private final Path folder;
  private final CheckedWheels checked = new CheckedWheels(Clock.systemUTC());

  public WheelCache(Web web, Path folder) {
    this.web = web;
    this.folder = folder;
  }

  /**
   * The metadata of a wheel; the wheel itself is loaded only where they are no file of their own.
   */
  public CoreMetadata metadata(Offer offer) throws IndexException, InterruptedException {
    if (offer.metadata() instanceof Offer.Known known) {
      return known.metadata();
    }
    if (offer.metadata() instanceof Offer.OwnFile file) {
      Optional<Web.Answer> answer = web.load(file.address(), "*/*", MOST_METADATA);
      if (answer.isPresent()) {
        byte[] content = answer.get().content();
        check(file.address().toString(), file.hash(), Sha256.of(content));
        return parse(file.address().toString(), new String(content, StandardCharsets.UTF_8));
      }
    }
    return wheel(offer).metadata();
  }

  /**
   * A wheel, whole and checked.
   *
   * @throws IndexException when it cannot be had, or is not what the source says; with both hashes
   */
  public Wheel wheel(Offer offer) throws IndexException, InterruptedException {
    return wheel(offer.wheel(), offer.place(), offer.hash());
  }

  /** As above; a wheel whose hash is known is taken from the cache when it is there. */
  public Wheel wheel(WheelName name, Place place, Optional<Sha256> hash)
      throws IndexException, InterruptedException {
    if (hash.isPresent()) {
      Optional<Wheel> kept = kept(name, hash.get());
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    try {
      if (place instanceof Place.OnDisk disk) {
        return Wheel.open(disk.file(), name, hash, WheelLimits.DEFAULT);
      }
      if (place instanceof Place.NotHere notHere) {
        throw new IndexException(notHere.reason());
      }
      if (place instanceof Place.Kept) {
        throw new IndexException(name + " is no longer in " + folder + ".");
      }
      Address address = ((Place.Online) place).address();
      Web.Answer answer =
          web.load(address, "*/*", WheelLimits.DEFAULT.fileBytes())
              .orElseThrow(() -> new IndexException("There is no file " + address + " any more."));
      check(address.toString(), hash, Sha256.of(answer.content()));
      Wheel wheel = Wheel.of(answer.content(), name, hash, WheelLimits.DEFAULT);
      keep(wheel);
      return wheel;
    } catch (WheelException e) {
      throw IndexException.badFile(place + " cannot be used: " + e.getMessage());
    } catch (IOException e) {
      throw new IndexException(place + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private Optional<Wheel> kept(WheelName name, Sha256 hash) {
    try {
      return Optional.of(open(file(hash), name, hash));
    } catch (IOException | WheelException e) {
      return Optional.empty(); // Not there, or damaged: it is loaded again.
    }
  }

  /**
   * Opens and checks a wheel, unless this was done before and its file is as it was.
   *
   * @throws WheelException when it is not the file of this hash, no wheel of this name, or not safe
   * @throws IOException when it cannot be read
   */
  public Wheel open(Path file, WheelName name, Sha256 hash) throws IOException, WheelException {
    return checked.open(file, name, hash);
  }

  /** Whether a wheel is there, as far as its name tells. */
  public boolean has(Sha256 hash) {
    return Files.isRegularFile(file(hash));
  }

  /** Keeps a wheel, so that it is found when its folder is gone. */
  public void keep(Wheel wheel) throws IndexException {
    try {
      if (has(wheel.hash())) {
        return;
      }
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, "wheel", ".tmp");
      try {
        Files.write(partial, wheel.bytes());
        Files.move(partial, file(wheel.hash()), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new IndexException("Wheels cannot be kept in " + folder + ": " + e.getMessage() + ".");
    }
  }

  private Path file(Sha256 hash) {
    return folder.resolve(hash.hex() + ".whl");
  }

  private static CoreMetadata parse(String where, String text) throws IndexException {
    try {
      return CoreMetadata.parse(text);
    } catch (SyntaxException e) {
      throw IndexException.badFile(where + " cannot be read: " + e.getMessage());
    }
  }

  private static void check(String where, Optional<Sha256> expected, Sha256 found)
      throws IndexException {
    if (expected.isPresent() && !expected.get().equals(found)) {
      throw new IndexException(
          where
              + " is not what the index says: its SHA-256 is "
              + found
              + ", and should be "
              + expected.get()
              + ".");
    }
  }
}
