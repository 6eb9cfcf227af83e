package vivarium.parse.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Characters as {@code %20}, as in <a href="https://www.rfc-editor.org/rfc/rfc3986">URLs</a>. */
final class PercentCode {
  private static final String PLAIN = "-_.~!*'(),;:@$=/";
  private static final String HEX = "0123456789ABCDEF";

  private PercentCode() {}

  /** The text with all that no URL may hold, and {@code %} itself, as codes. */
  static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      if (isPlain) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }

  /** The text with its codes read; what is no code stays. */
  static String decoded(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      out.write(low >= 0 ? high * 16 + low : bytes[i]);
      i += low >= 0 ? 2 : 0;
    }
    return out.toString(UTF_8);
  }
}
