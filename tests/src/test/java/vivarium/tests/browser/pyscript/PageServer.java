package vivarium.tests.browser.pyscript;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * PyScript pages that tests write, beside the folder that they load, as anyone would put it on a
 * host: {@code pyscript/} with the engines in it.
 */
final class PageServer {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "mjs", "text/javascript",
          "json", "application/json",
          "wasm", "application/wasm");

  /** Whether pages have the headers with which a page may share memory with its workers. */
  enum Headers {
    PLAIN,
    ISOLATED
  }

  private static final PageServer INSTANCE = new PageServer();

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final HttpServer server;

  private PageServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "page-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** Puts a file into the folder of the pages. */
  static void put(String name, String text) {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static void put(String name, byte[] content) {
    INSTANCE.files.put(name, content);
  }

  /** A file of the folder that pages load. */
  static byte[] asset(String name) {
    try {
      return Optional.ofNullable(INSTANCE.contentOf(name)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a file in the folder of the pages. */
  static String url(Headers headers, String name) {
    String folder = headers == Headers.ISOLATED ? "isolated" : "plain";
    return "http://127.0.0.1:" + INSTANCE.server.getAddress().getPort() + "/" + folder + "/" + name;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] parts = exchange.getRequestURI().getPath().split("/", 3);
      byte[] content = parts.length < 3 ? null : contentOf(parts[2]);
      if (parts[1].equals("isolated")) {
        exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
        exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", "require-corp");
      }
      if (content == null) {
        boolean isIcon = parts[parts.length - 1].equals("favicon.ico");
        exchange.sendResponseHeaders(isIcon ? 204 : 404, -1);
        return;
      }
      String name = parts[2];
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (type != null) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private byte[] contentOf(String name) throws IOException {
    byte[] own = files.get(name);
    if (own != null || !name.startsWith("pyscript/")) {
      return own;
    }
    String path = name.substring("pyscript/".length());
    boolean isEngine = path.startsWith("pyodide/") || path.startsWith("micropython/");
    String asset = "/vivarium/assets/" + (isEngine ? path : name);
    try (InputStream stream = PageServer.class.getResourceAsStream(asset)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
