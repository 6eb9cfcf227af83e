package vivarium.packages.index;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;

/** Loads what indexes offer, and does not wait for ever, take everything or tell everyone. */
public final class Web {
  private static final int MOST_TRIES = 3;
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Duration patience;
  private final Duration pause;

  /**
   * @param patience how long nothing may come before an attempt is given up
   * @param pause how long to wait before a second attempt; twice that before the third
   */
  public Web(Duration patience, Duration pause) {
    this.patience = patience;
    this.pause = pause;
  }

  /** What was loaded. */
  public static final class Answer {
    private final Address from;
    private final String type;
    private final byte[] content;

    private Answer(Address from, String type, byte[] content) {
      this.from = from;
      this.type = type;
      this.content = content;
    }

    /** Where it was in the end, after redirects. */
    public Address from() {
      return from;
    }

    /** The media type without parameters, in lower case; empty when the server names none. */
    public String type() {
      return type;
    }

    /** The caller's own. */
    public byte[] content() {
      return content;
    }
  }

  /**
   * Loads what is at an address. What passes (a cut connection, a server that is busy) is tried
   * again.
   *
   * @param accept the media types that are wanted, as in the header
   * @param most the largest size that makes sense, in bytes
   * @return empty when there is nothing at that address
   * @throws IndexException when it cannot be had
   */
  public Optional<Answer> load(Address address, String accept, long most)
      throws IndexException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      String problem;
      try {
        Address at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
          HttpResponse<byte[]> response = send(at, accept, most);
          int status = response.statusCode();
          if (status == 200) {
            return Optional.of(new Answer(at, type(response), response.body()));
          }
          if (status == 404 || status == 410) {
            return Optional.empty();
          }
          if (status == 401 || status == 403) {
            throw new IndexException(
                at
                    + " answered "
                    + status
                    + ": it wants a name and a password that are right."
                    + " Write them into the address of the index, as in PIP_INDEX_URL.");
          }
          if (PASSING.contains(status)) {
            throw new IOException("it answered " + status);
          }
          if (!REDIRECTS.contains(status)) {
            throw new IndexException(at + " answered " + status + ".");
          }
          at = redirected(at, response);
        }
        throw new IndexException(address + " leads from one address to the next without end.");
      } catch (IOException e) {
        String message = e.getMessage(); // A refused connection has none.
        problem = message == null ? "nothing answers there" : message;
      }
      if (attempt == MOST_TRIES) {
        throw new IndexException(
            address + " could not be loaded in " + MOST_TRIES + " attempts: " + problem + ".");
      }
      Thread.sleep(pause.multipliedBy(attempt).toMillis());
    }
  }

  private static Address redirected(Address from, HttpResponse<?> response) throws IndexException {
    String location =
        response
            .headers()
            .firstValue("location")
            .orElseThrow(
                () -> new IndexException(from + " leads elsewhere, but does not say where."));
    Address to = from.resolve(location);
    if (from.uri().getScheme().equals("https") && to.uri().getScheme().equals("http")) {
      throw new IndexException(
          from + " leads to " + to + ", which is not encrypted; that is not followed.");
    }
    return to;
  }

  private HttpResponse<byte[]> send(Address at, String accept, long most)
      throws IOException, IndexException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at.uri()).timeout(patience).header("Accept", accept);
    at.authorization().ifPresent(value -> request.header("Authorization", value));
    Progress progress = new Progress(most);
    BodyHandler<byte[]> handler = info -> progress.watching(BodySubscribers.ofByteArray());
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), handler);
    try {
      while (true) {
        try {
          return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (!progress.hasMoved()) {
            throw new IOException("nothing came for " + patience.toSeconds() + " seconds");
          }
        }
      }
    } catch (ExecutionException e) {
      if (progress.isTooMuch()) {
        throw new IndexException(at + " is larger than " + most + " bytes, which is refused.");
      }
      Throwable cause = e.getCause();
      throw cause instanceof IOException problem
          ? problem
          : new IOException(cause == null ? e.getMessage() : cause.getMessage(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static String type(HttpResponse<?> response) {
    String value = response.headers().firstValue("content-type").orElse("");
    return value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
