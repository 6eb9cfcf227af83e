package vivarium.site.render;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as in <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>. */
public final class PercentEncoding {
  private static final String HEX = "0123456789ABCDEF";
  private static final String UNRESERVED = "-._~";

  /** What has a meaning in a URL, or is harmless there. */
  private static final String RESERVED = ":/?#@!$&'()*+,;=";

  /** What stands for itself in a path. */
  private static final String IN_PATH = "/@!$&()*+,=";

  private PercentEncoding() {}

  /**
   * A URL as an author wrote it, with what cannot stand in a URL encoded. What is encoded already
   * stays so.
   */
  public static String url(String url) {
    StringBuilder encoded = new StringBuilder();
    int i = 0;
    while (i < url.length()) {
      int character = url.codePointAt(i);
      boolean keep =
          character == '%' ? isEncoded(url, i) : stands(character, UNRESERVED + RESERVED);
      append(character, keep, encoded);
      i += Character.charCount(character);
    }
    return encoded.toString();
  }

  /** The path of a file, so that it is read as nothing but a path. */
  public static String path(String path) {
    StringBuilder encoded = new StringBuilder();
    path.codePoints()
        .forEach(character -> append(character, stands(character, UNRESERVED + IN_PATH), encoded));
    return encoded.toString();
  }

  private static boolean stands(int character, String symbols) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || symbols.indexOf(character) >= 0;
  }

  private static boolean isEncoded(String url, int percent) {
    return percent + 2 < url.length()
        && Character.digit(url.charAt(percent + 1), 16) >= 0
        && Character.digit(url.charAt(percent + 2), 16) >= 0;
  }

  private static void append(int character, boolean keep, StringBuilder out) {
    if (keep) {
      out.appendCodePoint(character);
      return;
    }
    for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
    }
  }
}
