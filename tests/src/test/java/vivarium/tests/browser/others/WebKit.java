package vivarium.tests.browser.others;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * WebKitGTK's small browser, driven by <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a> on
 * a screen that nobody sees. It has no network.
 */
public final class WebKit implements OtherBrowser {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Process screen;
  private final Process driver;
  private final String session;

  /** Starts it. */
  public WebKit() throws IOException {
    screen =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String display = screen.inputReader(StandardCharsets.US_ASCII).readLine();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder starting =
        new ProcessBuilder("WebKitWebDriver", "--host=127.0.0.1", "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    starting.environment().put("DISPLAY", ":" + display);
    driver = starting.start();
    String all = "http://127.0.0.1:" + port + "/session";
    awaitStart(port);
    JsonObject options =
        JsonObject.empty()
            .with("binary", browser().orElseThrow().toString())
            .with(
                "args",
                new Json.Arr(
                    List.of(
                        new Json.Str("--automation"),
                        new Json.Str("--proxy=http://" + NO_PROXY),
                        new Json.Str("--ignore-host=127.0.0.1"))));
    JsonObject match =
        JsonObject.empty()
            .with("webkitgtk:browserOptions", options.build())
            .with("timeouts", JsonObject.empty().with("script", PATIENCE * 1000).build());
    JsonObject asked =
        JsonObject.empty()
            .with("capabilities", JsonObject.empty().with("alwaysMatch", match.build()).build());
    session = all + "/" + JsonObject.of(post(all, asked)).string("sessionId");
  }

  /** Whether this machine has one. */
  public static boolean isThere() {
    return OtherBrowser.program("WebKitWebDriver").isPresent()
        && OtherBrowser.program("Xvfb").isPresent()
        && browser().isPresent();
  }

  private static Optional<Path> browser() {
    try (DirectoryStream<Path> architectures = Files.newDirectoryStream(Path.of("/usr/lib"))) {
      for (Path architecture : architectures) {
        for (String version : List.of("4.1", "4.0")) {
          Path browser = architecture.resolve("webkit2gtk-" + version + "/MiniBrowser");
          if (Files.isExecutable(browser)) {
            return Optional.of(browser);
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // Another system.
    }
  }

  private void awaitStart(int port) throws IOException {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/status")).build();
    while (driver.isAlive()) {
      try {
        client.send(asked, HttpResponse.BodyHandlers.discarding());
        return;
      } catch (ConnectException e) {
        Thread.onSpinWait(); // Not yet.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IOException("WebKitWebDriver has ended at once.");
  }

  @Override
  public void open(String url) {
    post(session + "/url", JsonObject.empty().with("url", url));
  }

  @Override
  public String evaluate(String expression) {
    String script =
        """
        const done = arguments[arguments.length - 1];
        (async () => String(await (%s)))().then((value) => done({ value }), (error) => done({ error: String(error) }));
        """
            .formatted(expression);
    JsonObject answer =
        JsonObject.of(
            post(
                session + "/execute/async",
                JsonObject.empty().with("script", script).with("args", new Json.Arr(List.of()))));
    if (answer.has("error")) {
      throw new IllegalStateException(answer.string("error"));
    }
    return answer.string("value");
  }

  private Json post(String address, JsonObject content) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(PATIENCE))
            .POST(HttpRequest.BodyPublishers.ofString(content.build().text()))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.body());
      }
      return JsonObject.of(Json.parse(response.body())).get("value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    driver.descendants().forEach(ProcessHandle::destroyForcibly);
    driver.destroyForcibly();
    screen.destroyForcibly();
  }
}
