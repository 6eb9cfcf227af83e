package vivarium.engine.python.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * The network as sealed code may use it: only what its document allows, without cookies, without
 * redirects.
 */
final class Network {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** More than a lesson loads. */
  private static final int MOST_BYTES = 50 << 20;

  /**
   * As in browsers; see the <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">Fetch
   * standard</a>.
   */
  private static final Set<String> NOT_FOR_CODE =
      Set.of(
          "connection",
          "content-length",
          "cookie",
          "cookie2",
          "expect",
          "host",
          "keep-alive",
          "origin",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  private final Set<String> origins;
  private @Nullable HttpClient client;

  /**
   * @param origins what may be reached, such as {@code https://example.org}
   */
  Network(Set<String> origins) {
    this.origins =
        origins.stream().map(URI::create).map(Network::origin).collect(Collectors.toSet());
  }

  /** What came of a request. */
  sealed interface Answer {
    /**
     * The server's answer.
     *
     * @param headers names and values by turns
     */
    record Got(int status, List<String> headers, ByteBuffer body) implements Answer {}

    /** No answer; the reason is a sentence for the author. */
    record Refused(String reason) implements Answer {}
  }

  /** Sends a request that is allowed and refuses any other. */
  Answer send(JsonObject request) throws InterruptedException {
    String url = request.string("url");
    try {
      URI uri = URI.create(url);
      if (!origins.contains(origin(uri))) {
        return new Answer.Refused(
            origins.isEmpty()
                ? "Python has no network while the site is built"
                : "\"" + origin(uri) + "\" is not among the origins that the document allows");
      }
      return send(uri, request);
    } catch (IllegalArgumentException e) {
      return new Answer.Refused("\"" + url + "\" is no request that can be sent");
    } catch (IOException e) {
      return new Answer.Refused(url + " cannot be reached: " + e);
    }
  }

  private Answer send(URI uri, JsonObject request) throws IOException, InterruptedException {
    String body = request.string("body");
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(LIMIT)
            .method(
                request.string("method").toUpperCase(Locale.ROOT),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    List<Json> headers = request.array("headers");
    for (int i = 0; i + 1 < headers.size(); i += 2) {
      if (NOT_FOR_CODE.contains(text(headers.get(i)).toLowerCase(Locale.ROOT))) {
        return new Answer.Refused("The header " + text(headers.get(i)) + " is not for code to set");
      }
      builder.header(text(headers.get(i)), text(headers.get(i + 1)));
    }
    HttpResponse<InputStream> response =
        client().send(builder.build(), BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return new Answer.Refused(uri + " sends more than 50 MB");
      }
      if (response.statusCode() >= 300 && response.statusCode() < 400) {
        return new Answer.Refused(uri + " redirects elsewhere, which is not followed");
      }
      List<String> names = new ArrayList<>();
      response
          .headers()
          .map()
          .forEach((name, values) -> names.addAll(List.of(name, String.join(", ", values))));
      return new Answer.Got(response.statusCode(), names, ByteBuffer.wrap(bytes));
    }
  }

  private HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(Redirect.NEVER)
              .connectTimeout(LIMIT)
              .build();
    }
    return client;
  }

  private static String text(Json value) {
    return value instanceof Json.Str string ? string.value() : value.text();
  }

  /** {@code https://example.org:8080}; without a port where it is the usual one. */
  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String authority = String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    String usual = scheme.equals("https") ? ":443" : ":80";
    return scheme
        + "://"
        + (authority.endsWith(usual)
            ? authority.substring(0, authority.length() - usual.length())
            : authority);
  }
}
