package vivarium.tests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that answers everything, to everybody, and remembers what it heard. */
final class Attacker {
  private final HttpServer server;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  Attacker() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** As browsers write it, without a final slash. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String url(String path) {
    return origin() + "/" + path;
  }

  /** A line for each request: method, path, and its cookies. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  void forget() {
    heard.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String cookie = exchange.getRequestHeaders().getFirst("Cookie");
    heard.add(exchange.getRequestMethod() + " " + path + (cookie == null ? "" : " " + cookie));
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
    exchange.getResponseHeaders().set("Content-Type", "text/javascript");
    if (path.startsWith("/to/")) {
      exchange.getResponseHeaders().set("Location", "http://" + path.substring("/to/".length()));
      exchange.sendResponseHeaders(302, -1);
    } else {
      byte[] content = "'fruit'".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
    exchange.close();
  }
}
