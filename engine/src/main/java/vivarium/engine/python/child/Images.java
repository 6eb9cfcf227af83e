package vivarium.engine.python.child;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Keeps the memory of an interpreter that has just started, in this process and in a file. */
final class Images {
  /** An image of another release of Vivarium may go when it was not made lately. */
  private static final Duration KEPT = Duration.ofDays(14);

  private static final int DIGEST_BYTES = 32;

  private final Path folder;
  private final Path file;
  private Optional<byte[]> known = Optional.empty();

  Images(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve("python-" + name + ".image");
  }

  /** The image; empty when none was made on this machine, or it is damaged. */
  Optional<byte[]> stored() {
    if (known.isEmpty() && Files.exists(file)) {
      try {
        known = whole(Files.readAllBytes(file));
      } catch (IOException e) {
        // It is made anew, which takes some seconds and no more.
        return Optional.empty();
      }
    }
    return known;
  }

  /** Keeps an image. A disk that does not take it costs the next start some seconds, no more. */
  void store(byte[] image) {
    known = Optional.of(image);
    try {
      Path partial = Files.createTempFile(folder, "image", ".tmp");
      try {
        Files.write(partial, image);
        Files.write(partial, digest(image, image.length), StandardOpenOption.APPEND);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
      removeOld();
    } catch (IOException e) {
      return;
    }
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

  /** Forgets an image from which Python does not start. */
  void remove() throws IOException {
    known = Optional.empty();
    Files.deleteIfExists(file);
  }

  private void removeOld() throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(KEPT));
    try (DirectoryStream<Path> images = Files.newDirectoryStream(folder, "python-*.image")) {
      for (Path image : images) {
        if (Files.getLastModifiedTime(image).compareTo(limit) < 0) {
          Files.deleteIfExists(image);
        }
      }
    }
  }
}
