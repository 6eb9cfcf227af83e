package vivarium.packages.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A SHA-256 hash.
 *
 * @param hex its 64 digits, in lower case
 */
public record Sha256(String hex) {
  private static final int DIGITS = 64;

  public Sha256 {
    if (!isSha256(hex) || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not a SHA-256 hash: " + hex.length() + " characters");
    }
  }

  /** Whether {@code text} is such a hash, in lower or upper case. */
  public static boolean isSha256(String text) {
    return text.length() == DIGITS && text.chars().allMatch(Sha256::isDigit);
  }

  /** {@code HexFormat} is not known to browsers. */
  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /**
   * The hash that {@code text} writes, in lower or upper case.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Sha256 of(String text) {
    return new Sha256(text.toLowerCase(Locale.ROOT));
  }

  /** The hash of {@code content}. */
  public static Sha256 of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new Sha256(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The hash's 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
