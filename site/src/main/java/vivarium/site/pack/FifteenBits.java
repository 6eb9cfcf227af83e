package vivarium.site.pack;

/**
 * Bytes as text: each character holds fifteen bits. The file is written in UTF-16, where a
 * character takes sixteen; Base64 would take a third more than the bytes. {@code decoding.js} reads
 * it.
 */
final class FifteenBits {
  /**
   * All characters from here on are ideographs and syllables, which no parser changes, and none of
   * them is half of a surrogate pair.
   */
  private static final char FIRST = 0x3400;

  private static final int BITS = 15;

  private FifteenBits() {}

  /** How many characters so many bytes take. */
  static long characters(long bytes) {
    return (bytes * Byte.SIZE + BITS - 1) / BITS;
  }

  static String of(byte[] bytes) {
    StringBuilder out = new StringBuilder((int) characters(bytes.length));
    int held = 0;
    int bits = 0;
    for (byte each : bytes) {
      held = (held << Byte.SIZE) | (each & 0xff);
      bits += Byte.SIZE;
      if (bits >= BITS) {
        bits -= BITS;
        out.append((char) (FIRST + (held >> bits)));
        held &= (1 << bits) - 1;
      }
    }
    if (bits > 0) {
      out.append((char) (FIRST + (held << (BITS - bits))));
    }
    return out.toString();
  }
}
