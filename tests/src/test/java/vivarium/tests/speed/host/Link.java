package vivarium.tests.speed.host;

/**
 * What lies between the host and its reader.
 *
 * @param bitsPerSecond 0 for as fast as this machine can
 * @param roundTripMillis from a question to the first byte of its answer
 */
public record Link(long bitsPerSecond, int roundTripMillis) {
  /** The latency of a reader who is neither next door nor overseas. */
  private static final int ROUND_TRIP_MILLIS = 40;

  /** Nothing in between. */
  public static final Link LOOPBACK = new Link(0, 0);

  /**
   * The link of this name: {@code loopback}, or a number of Mbit/s, with 40 ms of latency.
   *
   * @throws NumberFormatException when it is neither
   */
  public static Link named(String name) {
    return name.equals("loopback")
        ? LOOPBACK
        : new Link(Math.round(Double.parseDouble(name) * 1_000_000), ROUND_TRIP_MILLIS);
  }

  /** What a table calls it. */
  public String title() {
    if (bitsPerSecond == 0) {
      return "loopback";
    }
    double megabits = bitsPerSecond / 1e6;
    String number =
        megabits == Math.rint(megabits) ? Long.toString((long) megabits) : "" + megabits;
    return number + " Mbit/s, " + roundTripMillis + " ms";
  }
}
