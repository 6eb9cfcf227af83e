package vivarium.packages.wheel;

/**
 * How much a wheel may hold.
 *
 * @param fileBytes the size of the wheel itself
 * @param entries how many files and folders
 * @param unpackedBytes the size of all files, unpacked
 * @param ratio how many times larger the files may be than the wheel, beyond a first megabyte
 */
public record WheelLimits(long fileBytes, int entries, long unpackedBytes, int ratio) {
  /**
   * Room for the largest packages that run in a browser, several times over. Deflate makes a
   * thousand bytes of one at most; code and data make three to ten.
   */
  public static final WheelLimits DEFAULT = new WheelLimits(256L << 20, 50_000, 1L << 30, 100);

  /** So small a wheel is no bomb, whatever its ratio. */
  private static final long HARMLESS = 1 << 20;

  boolean isBomb(long packed, long unpacked) {
    return unpacked > unpackedBytes || unpacked > Math.max(HARMLESS, packed * ratio);
  }
}
