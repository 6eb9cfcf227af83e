package vivarium.tests.speed.host;

/**
 * What a host has answered.
 *
 * @param bytes heads and bodies of all answers, as they went over the wire
 */
public record Traffic(int requests, long bytes) {
  public Traffic minus(Traffic before) {
    return new Traffic(requests - before.requests, bytes - before.bytes);
  }
}
