package vivarium.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vivarium.site.SitePath;

/**
 * The path of a request, decoded.
 *
 * @param text without the leading {@code /}; empty for the root; ends with {@code /} for a folder
 */
record RequestPath(String text) {
  /**
   * Decodes the path of a URL.
   *
   * @return empty when no site has such a path: it does not start with {@code /}, is not UTF-8 in
   *     percent-encoding, or is no {@link SitePath}, say because it climbs with {@code ..}
   */
  static Optional<RequestPath> parse(String raw) {
    if (!raw.startsWith("/")) {
      return Optional.empty();
    }
    return decoded(raw.substring(1)).filter(RequestPath::isInSite).map(RequestPath::new);
  }

  /** Whether it names a folder, the root among them. */
  boolean isFolder() {
    return text.isEmpty() || text.endsWith("/");
  }

  private static boolean isInSite(String path) {
    return path.isEmpty()
        || SitePath.isValid(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  private static Optional<String> decoded(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
        int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.put((byte) (high * 16 + low));
        i += 2;
      } else if (c < 0x80) {
        bytes.put((byte) c);
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
