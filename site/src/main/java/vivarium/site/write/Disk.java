package vivarium.site.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The steps by which a folder changes. Each is done or not done, even when the power fails. */
class Disk {
  /** Writes a new file, and waits until the disk has it. */
  void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(above(file));
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Copies a file to a new place. */
  void copy(Path from, Path to) throws IOException {
    write(to, Files.readAllBytes(from));
  }

  /** Moves a file, over the one that is there. */
  void move(Path from, Path to) throws IOException {
    Files.createDirectories(above(to));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes a file, if it is there. */
  void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Deletes the folders from {@code folder} up to {@code root}, which stays, while empty. */
  void prune(Path folder, Path root) throws IOException {
    Path empty = folder;
    while (!empty.equals(root) && Files.isDirectory(empty, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.delete(empty);
      } catch (DirectoryNotEmptyException inUse) {
        return;
      }
      empty = above(empty);
    }
  }

  /** Deletes a folder with all that is in it, if it is there. Follows no link. */
  void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path above(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a file stands in a folder: " + file);
    }
    return folder;
  }
}
