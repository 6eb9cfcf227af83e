package vivarium.tests.speed.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a request.
 *
 * @param path decoded, without the query
 * @param headers names in lower case
 */
record Request(String method, String path, Map<String, String> headers) {
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 100;

  Request {
    headers = Map.copyOf(headers);
  }

  /**
   * The next request of a connection; none at its end.
   *
   * @throws IOException when what comes is no request
   */
  static Optional<Request> read(InputStream in) throws IOException {
    Optional<String> start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String[] words = start.get().split(" ", -1);
    if (words.length != 3 || !words[1].startsWith("/")) {
      throw new IOException("not a request");
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < MOST_HEADERS; i++) {
      String line = line(in).orElseThrow(() -> new IOException("the request breaks off"));
      if (line.isEmpty()) {
        return Optional.of(new Request(words[0], path(words[1]), headers));
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("not a header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw new IOException("too many headers");
  }

  /** Whether the answer may have this content encoding. */
  boolean accepts(String encoding) {
    for (String item : headers.getOrDefault("accept-encoding", "").split(",", -1)) {
      String[] parts = item.split(";", -1);
      if (parts[0].strip().equals(encoding)) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static String path(String target) throws IOException {
    int query = target.indexOf('?');
    String raw = query < 0 ? target : target.substring(0, query);
    try {
      return URI.create("http://host" + raw).getPath();
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address", e);
    }
  }

  private static Optional<String> line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return Optional.of(line.toString().stripTrailing());
      }
      line.append((char) c);
      if (line.length() > LONGEST_LINE) {
        throw new IOException("too long a line");
      }
    }
    return Optional.empty();
  }
}
