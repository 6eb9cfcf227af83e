package vivarium.tests.pyscript;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the pages of the corpus together with one PyScript, under two addresses: one with the
 * headers that allow shared memory, and one without.
 */
final class Host implements AutoCloseable {
  /** Stands in scripts for the address of the host that serves them. */
  static final String ORIGIN = "http://vivarium-host";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css",
          "js", "text/javascript",
          "mjs", "text/javascript",
          "json", "application/json",
          "toml", "text/plain",
          "py", "text/plain",
          "txt", "text/plain",
          "wasm", "application/wasm");
  private static final Pattern PYODIDE =
      Pattern.compile("(?:pyodide/v[^/]+/full|own/py|own/pyodide)/(.*)");
  private static final Pattern MICROPYTHON =
      Pattern.compile(
          "(?:npm/@micropython/micropython-webassembly-pyscript@[^/]+|own/mpy|own/micropython)/(.*)");

  private static final Pattern KIND = Pattern.compile("(m?py(?:/worker|/isolated|/open)*)/(.*)");

  private final Corpus corpus;
  private final Flavour flavour;
  private final Path modules;
  private final HttpServer open;
  private final HttpServer isolated;
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
  private final ExecutorService executor =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "pyscript-host");
            thread.setDaemon(true);
            return thread;
          });

  Host(Corpus corpus, Flavour flavour, Path modules) throws IOException {
    this.corpus = corpus;
    this.flavour = flavour;
    this.modules = modules;
    this.open = start(false);
    this.isolated = start(true);
  }

  private HttpServer start(boolean isIsolated) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, isIsolated));
    server.setExecutor(executor);
    server.start();
    return server;
  }

  /** Where a page is. */
  String url(Run run) {
    return origin(run) + "/" + run.kind() + "/" + run.page() + ".html";
  }

  /** The address without a path. */
  String origin(Run run) {
    HttpServer server = run.isIsolated() ? isolated : open;
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    open.stop(0);
    isolated.stop(0);
    executor.shutdownNow();
  }

  private void answer(HttpExchange exchange, boolean isIsolated) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    Headers headers = exchange.getResponseHeaders();
    try (exchange) {
      byte[] content;
      try {
        content = content(path, exchange.getLocalAddress().getPort());
      } catch (NoSuchFileException | IllegalArgumentException e) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
      if (type != null) {
        headers.set("Content-Type", type);
      }
      boolean isKept = path.startsWith("pyscript/") || path.startsWith("engines/");
      headers.set("Cache-Control", isKept ? "max-age=600" : "no-store");
      if (isIsolated) {
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Embedder-Policy", "require-corp");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
      }
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private byte[] content(String path, int port) throws IOException {
    if (path.startsWith("pyscript/")) {
      return here(kept(path, () -> flavour.file(path.substring("pyscript/".length()))), path, port);
    }
    if (path.startsWith("engines/")) {
      return kept(path, () -> Files.readAllBytes(engine(path.substring("engines/".length()))));
    }
    Matcher inKind = KIND.matcher(path);
    String name = inKind.matches() ? inKind.group(2) : path;
    if (inKind.matches() && name.endsWith(".html") && !name.contains("/")) {
      Run run = Run.of(name.replace(".html", ""), inKind.group(1));
      return run.filled(corpus.text(name)).getBytes(StandardCharsets.UTF_8);
    }
    if (name.startsWith("pyscript/")) { // Where pages that are used offline have their engines.
      return Files.readAllBytes(engine("own/" + name.substring("pyscript/".length())));
    }
    return Files.readAllBytes(corpus.folder().resolve(name));
  }

  private Path engine(String path) throws NoSuchFileException {
    Matcher pyodide = PYODIDE.matcher(path);
    if (pyodide.matches()) {
      return modules.resolve("pyodide").resolve(pyodide.group(1));
    }
    Matcher micropython = MICROPYTHON.matcher(path);
    if (micropython.matches()) {
      return modules
          .resolve("@micropython/micropython-webassembly-pyscript")
          .resolve(micropython.group(1));
    }
    throw new NoSuchFileException(path);
  }

  /** Scripts that name this host's address get the right one. */
  private static byte[] here(byte[] content, String path, int port) {
    if (!path.endsWith(".js")) {
      return content;
    }
    String text = new String(content, StandardCharsets.UTF_8);
    return text.contains(ORIGIN)
        ? text.replace(ORIGIN, "http://127.0.0.1:" + port).getBytes(StandardCharsets.UTF_8)
        : content;
  }

  private byte[] kept(String path, Content content) throws IOException {
    byte[] known = kept.get(path);
    if (known == null) {
      known = content.read();
      kept.put(path, known);
    }
    return known;
  }

  private interface Content {
    byte[] read() throws IOException;
  }
}
