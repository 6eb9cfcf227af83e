package vivarium.engine.python.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Memory images of interpreters, in files that are kept for the next start and shared by processes.
 */
final class Images {
  private static final Duration KEPT = Duration.ofDays(14);
  private static final int DIGEST_BYTES = 32;

  private final Path folder;
  private final String build;
  private final Map<String, byte[]> known = new HashMap<>();

  /**
   * @param build names the engine; an image is of use to no other
   */
  Images(Path folder, String build) {
    this.folder = folder;
    this.build = build;
  }

  /**
   * An image; empty when none was made on this machine, or it is damaged.
   *
   * @param name says what is in it
   */
  Optional<byte[]> stored(String name) {
    Path file = file(name);
    if (!known.containsKey(name) && Files.exists(file)) {
      try {
        whole(Files.readAllBytes(file)).ifPresent(image -> known.put(name, image));
        touch(file);
      } catch (IOException e) {
        // It is made anew, which takes some seconds and no more.
        return Optional.empty();
      }
    }
    return Optional.ofNullable(known.get(name));
  }

  /** Keeps an image. A disk that does not take it costs the next start some seconds, no more. */
  void store(String name, byte[] image) {
    known.put(name, image);
    try {
      byte[] content = Arrays.copyOf(image, image.length + DIGEST_BYTES);
      System.arraycopy(digest(image, image.length), 0, content, image.length, DIGEST_BYTES);
      write(file(name), content);
      removeOld();
    } catch (IOException e) {
      return;
    }
  }

  /** Forgets an image from which Python does not start. */
  void remove(String name) throws IOException {
    known.remove(name);
    Files.deleteIfExists(file(name));
    Files.deleteIfExists(compressed(name));
  }

  /** The file of the compressed image, which may not be there yet. */
  Path compressed(String name) {
    return folder.resolve(file(name).getFileName() + ".br");
  }

  /** A file that is of use is not old. */
  void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
  }

  /** Writes a file, whole or not at all. */
  void write(Path file, byte[] content) throws IOException {
    Path partial = Files.createTempFile(folder, "image", ".tmp");
    try {
      Files.write(partial, content);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** The hash of an image: SHA-256, hexadecimal. */
  static String hash(byte[] image) {
    return HexFormat.of().formatHex(digest(image, image.length));
  }

  private Path file(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    String digits = HexFormat.of().formatHex(digest(bytes, bytes.length), 0, 8);
    return folder.resolve("python-" + build + "-" + digits + ".image");
  }

  /** The image in a file, which ends with its hash; empty when the file was damaged. */
  private static Optional<byte[]> whole(byte[] content) {
    int length = content.length - DIGEST_BYTES;
    if (length <= 0) {
      return Optional.empty();
    }
    byte[] digest = Arrays.copyOfRange(content, length, content.length);
    return Arrays.equals(digest, digest(content, length))
        ? Optional.of(Arrays.copyOf(content, length))
        : Optional.empty();
  }

  private static byte[] digest(byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void removeOld() throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(KEPT));
    try (DirectoryStream<Path> images = Files.newDirectoryStream(folder, "python-*.image*")) {
      for (Path image : images) {
        if (Files.getLastModifiedTime(image).compareTo(limit) < 0) {
          Files.deleteIfExists(image);
        }
      }
    }
  }
}
