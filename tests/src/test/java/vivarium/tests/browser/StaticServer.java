package vivarium.tests.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** As plain as static servers come: files from a folder, no special headers. */
public final class StaticServer {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "mjs", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml",
          "wasm", "application/wasm",
          "woff2", "font/woff2");

  private final HttpServer server;
  private final Path folder;
  private final String path;
  private volatile String refused = "";
  private volatile boolean isLending;

  private StaticServer(HttpServer server, Path folder, String path) {
    this.server = server;
    this.folder = folder;
    this.path = path;
  }

  /** Serves {@code folder} below {@code path}, until the program ends. */
  public static StaticServer start(Path folder, String path) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StaticServer answering = new StaticServer(server, folder, path);
    server.createContext(path, answering::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "static-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    return answering;
  }

  /** The address of the folder, ending in {@code /}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Fails for the file of this name; for none when the name is empty. */
  void refuse(String name) {
    refused = name;
  }

  /** Lets pages of other hosts use its files, as most hosts of files do. */
  public void lend() {
    isLending = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(path.length()));
    if (Files.isDirectory(file)) {
      file = file.resolve("index.html");
    }
    String name = file.getFileName().toString();
    try (exchange) {
      if (name.equals(refused)) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      if (!Files.exists(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (type != null) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      if (isLending) {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      }
      byte[] bytes = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
