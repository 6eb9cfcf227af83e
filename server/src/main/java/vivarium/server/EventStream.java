package vivarium.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import vivarium.model.diagnostic.DiagnosticJson;

/**
 * Tells one browser of every change, as <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>: a
 * {@code problems} event with the diagnostics of each build, and a {@code reload} event when the
 * page it shows is out of date. It keeps no queue: a browser that reads slowly skips states.
 */
final class EventStream {
  /** How soon a browser looks for a server that was stopped: the time to start it again. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Stage stage;
  private final Duration heartbeat;

  /**
   * @param heartbeat the time after which a comment is sent when there was nothing else; how long a
   *     browser that went away is kept in mind
   */
  EventStream(Stage stage, Duration heartbeat) {
    this.stage = stage;
    this.heartbeat = heartbeat;
  }

  /** Sends events until the browser goes away, or the stage is closed. */
  void serve(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    // Before the headers: once they are there, the browser counts on hearing of every change.
    Shown seen = stage.current();
    exchange.sendResponseHeaders(200, 0);
    try {
      send(exchange, seen);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, Shown first) throws IOException, InterruptedException {
    OutputStream out = exchange.getResponseBody();
    Shown seen = first;
    String build = buildInBrowser(exchange).orElse(seen.build());
    write(out, "retry: " + RETRY.toMillis() + "\n\n" + events(seen, build));
    while (true) {
      Optional<Shown> next = stage.awaitOther(seen, heartbeat);
      if (next.isEmpty()) {
        return;
      }
      write(out, next.get() == seen ? ": still here\n\n" : events(next.get(), seen.build()));
      seen = next.get();
    }
  }

  /** The build that the browser shows: a reconnecting one says it, else the page did. */
  private static Optional<String> buildInBrowser(HttpExchange exchange) {
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    if (last != null) {
      return Optional.of(last);
    }
    String query = exchange.getRequestURI().getRawQuery();
    return query != null && query.startsWith("build=")
        ? Optional.of(query.substring("build=".length()))
        : Optional.empty();
  }

  private static String events(Shown shown, String buildInBrowser) {
    String id = "id: " + shown.build() + "\n";
    // An event without data is not dispatched.
    String reload = id + "event: reload\ndata: " + shown.build() + "\n\n";
    String problems =
        shown
            .diagnostics()
            .map(found -> id + "event: problems\ndata: " + DiagnosticJson.of(found).text() + "\n\n")
            .orElse("");
    return problems + (shown.build().equals(buildInBrowser) ? "" : reload);
  }

  private static void write(OutputStream out, String events) throws IOException {
    out.write(events.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
