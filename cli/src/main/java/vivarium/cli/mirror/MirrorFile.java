package vivarium.cli.mirror;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a mirror.
 *
 * @param path in the mirror, with {@code /} between its parts
 * @param isProgram whether it can be run by its name
 */
public record MirrorFile(String path, boolean isProgram, Content content) {
  /** What is in a file. */
  public interface Content {
    /** In bytes. */
    long size() throws IOException;

    InputStream open() throws IOException;
  }

  /** A copy of a file. */
  public static MirrorFile copy(String path, Path file) {
    return new MirrorFile(
        path,
        false,
        new Content() {
          @Override
          public long size() throws IOException {
            return Files.size(file);
          }

          @Override
          public InputStream open() throws IOException {
            return Files.newInputStream(file);
          }
        });
  }

  /** A file of these bytes. */
  public static MirrorFile of(String path, byte[] bytes) {
    return new MirrorFile(
        path,
        false,
        new Content() {
          @Override
          public long size() {
            return bytes.length;
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }
        });
  }

  /** A file of this text, as UTF-8. */
  public static MirrorFile of(String path, String text) {
    return of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same file, which can be run. */
  public MirrorFile asProgram() {
    return new MirrorFile(path, true, content);
  }
}
