package vivarium.packages.wheel;

import java.util.Optional;

/** Which paths an archive may use: those that stay in its folder, on every system. */
final class ArchivePath {
  /** Longer ones cannot be written everywhere. */
  static final int MAX_LENGTH = 1_000;

  private ArchivePath() {}

  /** Why {@code path} is refused; empty when it is not. */
  static Optional<String> problem(String path) {
    if (path.isEmpty()) {
      return Optional.of("has no name");
    }
    if (path.length() > MAX_LENGTH) {
      return Optional.of("has a name of more than " + MAX_LENGTH + " characters");
    }
    if (path.startsWith("/")) {
      return Optional.of("is an absolute path");
    }
    if (path.indexOf('\\') >= 0) {
      return Optional.of("has a backslash in its name");
    }
    if (path.indexOf(':') >= 0) {
      return Optional.of("has a colon in its name, as drives have");
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("has a control character in its name");
    }
    String[] parts =
        (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
    for (String part : parts) {
      if (part.equals("..")) {
        return Optional.of("leads out of the archive");
      }
      if (part.isEmpty() || part.equals(".")) {
        return Optional.of("has an empty part in its path");
      }
    }
    return Optional.empty();
  }
}
