package vivarium.engine.python;

import java.nio.file.Path;
import java.util.List;

/** The memory of an interpreter that has just started, to start others from. */
public sealed interface PythonImage {
  /**
   * An image from which Python comes back as it was.
   *
   * @param imports the modules that were imported in it, apart from those that every image has
   * @param hash of its content: SHA-256, hexadecimal
   * @param size in bytes, not compressed
   * @param compressed the file that has it, compressed with Brotli; in a cache, to be copied
   */
  record Made(List<String> imports, String hash, long size, Path compressed)
      implements PythonImage {
    public Made {
      imports = List.copyOf(imports);
    }
  }

  /**
   * There can be none.
   *
   * @param reason why, in a sentence without its full stop
   */
  record Refused(String reason) implements PythonImage {}
}
