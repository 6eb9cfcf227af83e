package vivarium.site.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vivarium.packages.hash.Sha256;
import vivarium.packages.index.Web;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;

/**
 * The files on the web that documents list, each loaded once, in a folder that can be deleted at
 * any time. May be used by several threads.
 */
public final class Downloads {
  /**
   * The folder beside documents in which files from the web may lie, named by their SHA-256: for
   * machines without a network.
   */
  public static final String FOLDER = "downloads";

  /** Loads nothing. */
  public static final Downloads NONE = new Downloads(Optional.empty(), Path.of(""));

  private final Optional<Web> web;
  private final Path folder;
  private final Map<String, Path> used = new ConcurrentHashMap<>();
  private final Map<Address, Sha256> seen = new ConcurrentHashMap<>();

  public Downloads(Web web, Path folder) {
    this(Optional.of(web), folder);
  }

  private Downloads(Optional<Web> web, Path folder) {
    this.web = web;
    this.folder = folder;
  }

  /** The files that documents have asked for so far: where they lie, by their hashes. */
  public SortedMap<String, Path> used() {
    return new TreeMap<>(used);
  }

  /**
   * A file of this hash; it is loaded unless it was before, or lies beside the documents.
   *
   * @param beside the {@link #FOLDER} beside them, which may be missing
   * @throws IndexException when it cannot be had
   * @throws DifferentFileException with both hashes
   */
  Path file(Address address, Sha256 hash, Path beside)
      throws IndexException, DifferentFileException, InterruptedException {
    Path file = folder.resolve(hash.hex());
    try {
      Path brought = beside.resolve(hash.hex());
      if (isKept(brought, hash)) {
        used.put(hash.hex(), brought);
        return brought;
      }
      if (!isKept(file, hash)) {
        byte[] content = load(address);
        Sha256 found = Sha256.of(content);
        if (!found.equals(hash)) {
          throw new DifferentFileException(address, hash, found);
        }
        keep(file, content);
      }
    } catch (IOException e) {
      throw new IndexException("Files cannot be kept in " + folder + ": " + e.getMessage() + ".");
    }
    used.put(hash.hex(), file);
    return file;
  }

  /** What the hash of the file at an address is now. */
  Sha256 hash(Address address) throws IndexException, InterruptedException {
    Sha256 known = seen.get(address);
    if (known != null) {
      return known; // A server builds again and again.
    }
    Sha256 hash = Sha256.of(load(address));
    seen.put(address, hash);
    return hash;
  }

  private byte[] load(Address address) throws IndexException, InterruptedException {
    return web.orElseThrow(() -> new IndexException("Nothing is loaded from the web here."))
        .load(address, "*/*", DocumentFiles.MOST_BYTES)
        .orElseThrow(() -> new IndexException("There is no file " + address + "."))
        .content();
  }

  /** A damaged one is loaded again. */
  private static boolean isKept(Path file, Sha256 hash) throws IOException {
    return Files.isRegularFile(file) && Sha256.of(Files.readAllBytes(file)).equals(hash);
  }

  private void keep(Path file, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "file", ".tmp");
    try {
      Files.write(partial, content);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
