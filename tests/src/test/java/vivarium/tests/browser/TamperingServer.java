package vivarium.tests.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Serves the files of a folder, tells which were asked for, and answers for some of them what a
 * test says. Nothing in its answers lets a browser keep them.
 */
public final class TamperingServer {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "wasm", "application/wasm");

  private final HttpServer server;
  private final Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Change> changes = new ConcurrentHashMap<>();

  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private volatile boolean isIsolating;
  private volatile boolean isCut;

  private record Change(int status, Map<String, String> headers, UnaryOperator<byte[]> content) {}

  private TamperingServer(HttpServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Serves {@code folder} until the program ends. */
  public static TamperingServer start(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TamperingServer answering = new TamperingServer(server, folder);
    server.createContext("/", answering::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "tampering-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    return answering;
  }

  public String url(String page) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page;
  }

  /** From now on there is no file whose name ends like this. */
  void hide(String ending) {
    changes.put(ending, new Change(404, Map.of(), bytes -> new byte[0]));
  }

  /** From now on files whose names end like this have another content. */
  public void change(String ending, UnaryOperator<byte[]> content) {
    changes.put(ending, new Change(200, Map.of(), content));
  }

  /** From now on of files whose names end like this only the headers come until this is run. */
  Runnable hold(String ending) {
    CountDownLatch released = new CountDownLatch(1);
    held.put(ending, released);
    return released::countDown;
  }

  /** From now on files whose names end like this are sent with this header. */
  public void declare(String ending, String header, String value) {
    changes.put(ending, new Change(200, Map.of(header, value), UnaryOperator.identity()));
  }

  /** From now on nothing is answered, and what is on its way does not arrive. */
  void cut() {
    isCut = true;
    held.values().forEach(CountDownLatch::countDown);
    held.clear();
  }

  /** Answers again. */
  void mend() {
    isCut = false;
  }

  /** Frees the port. */
  void stop() {
    server.stop(0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** From now on pages are isolated from those of other sites. */
  void isolate() {
    isIsolating = true;
  }

  /** Forgets what was asked for, and what a test said. */
  public void reset() {
    changes.clear();
    isIsolating = false;
    isCut = false;
    held.values().forEach(CountDownLatch::countDown);
    held.clear();
    asked.clear();
  }

  /**
   * How often a file was asked for whose name ends like this, since the last reset; to be asked for
   * its size alone does not count.
   */
  public long asked(String ending) {
    return asked.stream().filter(name -> name.endsWith(ending)).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    String name = file.getFileName().toString();
    asked.add(exchange.getRequestMethod().equals("HEAD") ? name + " (size)" : name);
    Optional<Change> change =
        changes.entrySet().stream()
            .filter(entry -> name.endsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    try (exchange) {
      if (isCut) {
        return;
      }
      if (!Files.isRegularFile(file) || change.stream().anyMatch(it -> it.status() != 200)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String ending = name.substring(name.lastIndexOf('.') + 1).replace("mjs", "js");
      String type = TYPES.getOrDefault(ending, "application/octet-stream");
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (isIsolating) {
        exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
        exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", "require-corp");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (change.isPresent()) {
        bytes = change.get().content().apply(bytes);
        change.get().headers().forEach(exchange.getResponseHeaders()::set);
      }
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      for (Map.Entry<String, CountDownLatch> hold : held.entrySet()) {
        if (name.endsWith(hold.getKey())) {
          hold.getValue().await();
        }
      }
      if (!isCut) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
