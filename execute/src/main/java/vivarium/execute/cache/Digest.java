package vivarium.execute.cache;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a sequence of fields, of which no two sequences look the same. */
final class Digest {
  /** Characters that are turned into bytes at once. */
  private static final int PIECE = 8192;

  private final MessageDigest sha256;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Digest with(long number) {
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  Digest with(String text) {
    with(text.length());
    // UTF-8 would make one and the same byte of all halves of characters.
    for (int start = 0; start < text.length(); start += PIECE) {
      int end = Math.min(text.length(), start + PIECE);
      ByteBuffer units = ByteBuffer.allocate((end - start) * Character.BYTES);
      units.asCharBuffer().put(text, start, end);
      sha256.update(units);
    }
    return this;
  }

  /** 64 hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
