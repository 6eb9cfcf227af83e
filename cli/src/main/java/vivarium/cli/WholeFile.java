package vivarium.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import vivarium.site.write.SystemReason;

/** Writes files so that nobody ever meets half of one: not even after a power cut. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes or replaces a file.
   *
   * @param shown what the user calls it
   * @throws EnvironmentException when it cannot be written; then nothing has changed
   */
  static void write(Path file, String text, String shown) {
    write(file, text.getBytes(StandardCharsets.UTF_8), shown);
  }

  /** The same with bytes. */
  static void write(Path file, byte[] bytes, String shown) {
    try {
      replace(file, bytes);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-write",
          shown,
          "This cannot be written: " + SystemReason.of(e) + ".",
          "Name a file in a folder where you may write.",
          e);
    }
  }

  /**
   * Replaces a file unless somebody has changed it.
   *
   * @param before what was in it when it was read
   * @return whether it still was in it
   * @throws EnvironmentException when it cannot be written; then nothing has changed
   */
  static boolean exchange(Path file, byte[] before, byte[] bytes, String shown) {
    try {
      if (!Arrays.equals(before, Files.readAllBytes(file))) {
        return false;
      }
    } catch (IOException gone) {
      return false;
    }
    write(file, bytes, shown);
    return true;
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    // What a link leads to is replaced, not the link.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path staged =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    Files.deleteIfExists(staged);
    try {
      stage(staged, bytes);
      if (Files.exists(target)) {
        takePermissions(target, staged);
      }
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  private static void stage(Path staged, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void takePermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }
}
