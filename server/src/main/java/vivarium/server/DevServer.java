package vivarium.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vivarium.site.Build;

/**
 * Shows a site to the browsers of this machine, and has them reload when a newer build is shown.
 * Safe to use from many threads.
 */
public final class DevServer implements AutoCloseable {
  /** How many ports after the wanted one are tried; beyond, any free one is taken. */
  static final int PORTS_TRIED = 20;

  private static final int LAST_PORT = 65_535;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  static {
    // Without it the kernel holds the end of a response back, about 40 ms each time.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Stage stage;
  private final BuildNames names;

  private DevServer(HttpServer server, ExecutorService threads, Stage stage, BuildNames names) {
    this.server = server;
    this.threads = threads;
    this.stage = stage;
    this.names = names;
  }

  /**
   * Starts a server that says it is building, until {@link #show} is called.
   *
   * @param port the wanted port; when it is taken, the next free one of the twenty after it, or any
   *     free one; 0 for any
   * @param clock gives this server's builds names that no earlier server's had
   * @throws IOException when no port can be had
   */
  public static DevServer start(int port, Clock clock) throws IOException {
    return start(port, clock, HEARTBEAT);
  }

  static DevServer start(int port, Clock clock, Duration heartbeat) throws IOException {
    return start(port, clock, heartbeat, Entrance.open(), Optional.empty());
  }

  /**
   * Starts a server whose pages show and save a file. They do not reload by themselves; the address
   * cannot be guessed, and whoever has it may write the file.
   *
   * @param file the file
   * @throws IOException when no port can be had
   */
  public static DevServer editing(int port, Clock clock, EditedFile file) throws IOException {
    return start(
        port, clock, HEARTBEAT, Entrance.secret(file.id()), Optional.of(new FileHandler(file)));
  }

  private static DevServer start(
      int port, Clock clock, Duration heartbeat, Entrance entrance, Optional<FileHandler> edited)
      throws IOException {
    BuildNames names = new BuildNames(clock.millis());
    Stage stage = new Stage(Shown.nothing(entrance, names.next()));
    HttpServer server = bind(port);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "vivarium-server");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", new SiteHandler(stage, new EventStream(stage, heartbeat), edited));
    server.start();
    return new DevServer(server, threads, stage, names);
  }

  private static HttpServer bind(int wanted) throws IOException {
    int last = Math.min(LAST_PORT, wanted + PORTS_TRIED);
    for (int port = wanted; port > 0 && port <= last; port++) {
      try {
        return HttpServer.create(loopback(port), 0);
      } catch (BindException e) {
        // Taken, or not for us; the next one may be free.
      }
    }
    return HttpServer.create(loopback(0), 0);
  }

  private static InetSocketAddress loopback(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  /** Where the site is shown, with a final slash. */
  public URI address() {
    String prefix = stage.current().entrance().prefix();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + prefix + "/");
  }

  /**
   * Shows what came of a build. After one that failed the site stays as it was, and the browsers
   * are told what is wrong.
   */
  public void show(Build build) {
    String name = names.next();
    stage.change(
        shown ->
            build.site().isPresent()
                ? shown.built(name, build.site().get(), build.diagnostics())
                : shown.failed(name, build.diagnostics()));
  }

  /** Ends every connection and frees the port. */
  @Override
  public void close() {
    stage.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
