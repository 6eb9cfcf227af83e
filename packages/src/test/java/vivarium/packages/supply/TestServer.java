package vivarium.packages.supply;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server of this machine for itself, which answers what a test says. */
public final class TestServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean isOpen;

  public TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "test-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** From now on web pages of all sites may read the answers, or of none. */
  public TestServer openToPages(boolean isOpen) {
    this.isOpen = isOpen;
    return this;
  }

  /** What is asked for, in order: {@code /simple/rich/ Basic dTpw}. */
  public List<String> asked() {
    return asked;
  }

  public TestServer on(String path, HttpHandler handler) {
    answers.put(path, handler);
    return this;
  }

  public TestServer on(String path, String type, String text) {
    return on(path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  public TestServer on(String path, String type, byte[] content) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
          exchange.getResponseBody().write(content);
        });
  }

  public TestServer redirects(String path, int status, String location) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(authorization == null ? path : path + " " + authorization);
    if (isOpen) {
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    }
    try (exchange) {
      HttpHandler handler = answers.get(path);
      if (handler == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        handler.handle(exchange);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
