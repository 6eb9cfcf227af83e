package vivarium.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import vivarium.site.HashedPath;

/** Answers every request. */
final class SiteHandler implements HttpHandler {
  private static final Body RELOAD =
      new Body("text/javascript; charset=utf-8", PageMark.RELOAD.getBytes(StandardCharsets.UTF_8));

  /** The service worker of a site that its readers keep; no site that is shown here has one. */
  private static final String OFFLINE_WORKER = "offline-worker.js";

  /**
   * Takes the place of such a worker which was installed from a server at the same address, and
   * would show what that one had: it goes, with what was kept, and has its pages load again.
   */
  private static final Body LEAVING =
      new Body(
          "text/javascript; charset=utf-8",
          """
          addEventListener("install", () => {
            skipWaiting(); // Which comes to nothing while the other one is at work.
            setInterval(() => skipWaiting(), 1000);
          });
          addEventListener("activate", (event) => event.waitUntil(leave()));
          async function leave() {
            const own = `vivarium offline ${registration.scope} `;
            for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
            await registration.unregister();
            for (const page of await clients.matchAll({ type: "window" })) page.navigate(page.url);
          }
          """
              .getBytes(StandardCharsets.UTF_8));

  private final Stage stage;
  private final EventStream events;
  private final Optional<FileHandler> edited;

  SiteHandler(Stage stage, EventStream events, Optional<FileHandler> edited) {
    this.stage = stage;
    this.events = events;
    this.edited = edited;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Shown shown = stage.current();
      Entrance entrance = shown.entrance();
      String path = exchange.getRequestURI().getRawPath();
      boolean isEdited = edited.isPresent() && path.equals(entrance.file());
      Optional<Gate.Refusal> refusal =
          Gate.refuse(
              exchange.getRequestMethod(),
              exchange.getRequestHeaders(),
              isEdited ? Set.of("GET", "HEAD", "PUT") : Set.of("GET", "HEAD"));
      if (refusal.isPresent()) {
        refuse(exchange, shown, refusal.get());
      } else if (!entrance.admits(path)) {
        exchange.sendResponseHeaders(404, -1); // Nothing that would tell the way in.
      } else if (isEdited) {
        edited.get().handle(exchange);
      } else if (path.equals(entrance.events())) {
        events.serve(exchange);
      } else if (path.equals(entrance.script())) {
        send(exchange, 200, RELOAD, false);
      } else {
        file(exchange, shown);
      }
    }
  }

  private static void file(HttpExchange exchange, Shown shown) throws IOException {
    String raw = exchange.getRequestURI().getRawPath();
    Optional<RequestPath> path = RequestPath.parse(shown.entrance().inside(raw));
    if (path.isEmpty()) {
      refuse(exchange, shown, new Gate.Refusal(403, "No file of a site has such a path."));
    } else if (path.get().text().equals(OFFLINE_WORKER) && !shown.has(OFFLINE_WORKER)) {
      send(exchange, 200, LEAVING, false);
    } else if (!shown.hasSite()) {
      noSite(exchange, shown);
    } else if (path.get().isFolder()) {
      file(exchange, shown, path.get().text() + "index.html");
    } else if (!shown.has(path.get().text()) && shown.has(path.get().text() + "/index.html")) {
      exchange.getResponseHeaders().set("Location", raw + "/");
      exchange.sendResponseHeaders(302, -1);
    } else {
      file(exchange, shown, path.get().text());
    }
  }

  private static void file(HttpExchange exchange, Shown shown, String path) throws IOException {
    Optional<Body> body;
    try {
      body = shown.body(path);
    } catch (IOException e) {
      String gone = path + " cannot be read any more: " + e.getMessage();
      page(exchange, 500, Pages.message(shown, "A file is gone", gone));
      return;
    }
    if (body.isEmpty()) {
      page(exchange, 404, Pages.notFound(shown, path));
    } else {
      send(exchange, 200, body.get(), HashedPath.is(path));
    }
  }

  private static void noSite(HttpExchange exchange, Shown shown) throws IOException {
    if (shown.diagnostics().isEmpty()) {
      page(exchange, 503, Pages.building(shown));
    } else {
      page(exchange, 500, Pages.problems(shown, shown.diagnostics().get()));
    }
  }

  private static void refuse(HttpExchange exchange, Shown shown, Gate.Refusal refusal)
      throws IOException {
    if (refusal.status() == 405) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
    }
    page(exchange, refusal.status(), Pages.message(shown, "Not answered", refusal.reason()));
  }

  private static void page(HttpExchange exchange, int status, String html) throws IOException {
    send(exchange, status, Body.html(html), false);
  }

  private static void send(HttpExchange exchange, int status, Body body, boolean immutable)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", body.etag());
    headers.set("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    headers.set("X-Content-Type-Options", "nosniff");
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (status == 200 && known != null && body.isKnownTo(known)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    headers.set("Content-Type", body.type());
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(body.length()));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    // The length 0 would mean that the length is not known.
    exchange.sendResponseHeaders(status, body.length() == 0 ? -1 : body.length());
    if (body.length() > 0) {
      body.writeTo(exchange.getResponseBody());
    }
  }
}
