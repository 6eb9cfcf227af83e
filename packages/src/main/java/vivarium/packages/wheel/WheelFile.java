package vivarium.packages.wheel;

import java.util.Optional;

/**
 * A file in a wheel.
 *
 * @param path in the wheel, with {@code /} between its parts
 * @param size in bytes
 * @param sitePath where it belongs below {@code site-packages}; empty for scripts, headers and data
 */
public record WheelFile(String path, long size, Optional<String> sitePath) {
  /** The file at {@code path}, of a wheel with the folder {@code data} for what goes elsewhere. */
  static WheelFile of(String path, long size, String data) {
    if (!path.startsWith(data)) {
      return new WheelFile(path, size, Optional.of(path));
    }
    for (String library : new String[] {"purelib/", "platlib/"}) {
      if (path.startsWith(data + library)) {
        String rest = path.substring(data.length() + library.length());
        return new WheelFile(path, size, Optional.of(rest));
      }
    }
    return new WheelFile(path, size, Optional.empty());
  }
}
