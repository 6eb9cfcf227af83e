package vivarium.tests.speed.host;

import java.nio.charset.StandardCharsets;

/** An answer as it goes over the wire. */
final class Answer {
  private final byte[] head;
  private final byte[] body;

  private Answer(byte[] head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** Not a copy. */
  byte[] head() {
    return head;
  }

  /** Not a copy. */
  byte[] body() {
    return body;
  }

  /**
   * @param status code and words: {@code 200 OK}
   * @param headers lines, each with a line end
   */
  static Answer of(String status, String headers, byte[] body) {
    return new Answer(head(status, headers + "Content-Length: " + body.length + "\r\n"), body);
  }

  /** An answer of a kind that never has a body. */
  static Answer withoutBody(String status, String headers) {
    return new Answer(head(status, headers), new byte[0]);
  }

  /** An answer that has no more to say than its status. */
  static Answer failure(String status) {
    return of(status, "", new byte[0]);
  }

  private static byte[] head(String status, String headers) {
    return ("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
