package vivarium.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Gives a page the file that it shows, and takes what it saves: with {@code If-Match}, so that what
 * another program has saved meanwhile stays (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110</a>).
 */
final class FileHandler {
  /** Bytes. Browsers do not hold larger notebooks well. */
  private static final int MOST = 256 << 20;

  private static final String TYPE = "application/x-ipynb+json";

  private final EditedFile file;

  FileHandler(EditedFile file) {
    this.file = file;
  }

  void handle(HttpExchange exchange) throws IOException {
    try {
      if (exchange.getRequestMethod().equals("PUT")) {
        save(exchange);
      } else {
        give(exchange);
      }
    } catch (IOException e) {
      answer(exchange, 500, "The file cannot be read or written: " + e.getMessage());
    }
  }

  private void give(HttpExchange exchange) throws IOException {
    Body body = new Body(TYPE, file.read());
    exchange.getResponseHeaders().set("Content-Type", body.type());
    exchange.getResponseHeaders().set("ETag", body.etag());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, isHead || body.length() == 0 ? -1 : body.length());
    if (!isHead) {
      body.writeTo(exchange.getResponseBody());
    }
  }

  private synchronized void save(HttpExchange exchange) throws IOException {
    String known = exchange.getRequestHeaders().getFirst("If-Match");
    if (known == null) {
      answer(exchange, 428, "What is saved has to say with If-Match what it replaces.");
      return;
    }
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length == null || length.length() > 9 || Integer.parseInt(length) > MOST) {
      answer(exchange, 413, "More than " + (MOST >> 20) + " MiB are not saved.");
      return;
    }
    byte[] content = exchange.getRequestBody().readAllBytes();
    Optional<String> fault = file.fault(content);
    if (fault.isPresent()) {
      answer(exchange, 422, fault.get());
      return;
    }
    byte[] before = file.read();
    if (!new Body(TYPE, before).etag().equals(known) || !file.exchange(before, content)) {
      answer(exchange, 412, "Another program has changed the file.");
      return;
    }
    exchange.getResponseHeaders().set("ETag", new Body(TYPE, content).etag());
    exchange.sendResponseHeaders(204, -1);
  }

  private static void answer(HttpExchange exchange, int status, String reason) throws IOException {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
  }
}
