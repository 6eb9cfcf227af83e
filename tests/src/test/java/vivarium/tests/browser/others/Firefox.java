package vivarium.tests.browser.others;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * Firefox, driven by <a href="https://w3c.github.io/webdriver-bidi/">WebDriver BiDi</a>, which it
 * speaks itself. It has a profile of its own and no network.
 */
public final class Firefox implements OtherBrowser {
  private static final String LISTENING = "WebDriver BiDi listening on ";

  private final Process process;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final String window;
  private int commands;

  /** Starts it. */
  public Firefox(Path profile) throws IOException {
    Files.writeString(
        profile.resolve("user.js"),
        """
        user_pref("network.proxy.type", 1);
        user_pref("network.proxy.http", "%1$s");
        user_pref("network.proxy.http_port", %2$s);
        user_pref("network.proxy.ssl", "%1$s");
        user_pref("network.proxy.ssl_port", %2$s);
        """
            .formatted((Object[]) NO_PROXY.split(":")));
    process =
        new ProcessBuilder(
                "firefox-esr",
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port",
                "0",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address() + "/session"), new Listener())
            .join();
    command("session.new", JsonObject.empty().with("capabilities", JsonObject.empty().build()));
    JsonObject tree = command("browsingContext.getTree", JsonObject.empty());
    window = JsonObject.of(tree.array("contexts").get(0)).string("context");
  }

  /** Whether this machine has one. */
  public static boolean isThere() {
    return OtherBrowser.program("firefox-esr").isPresent();
  }

  private String address() throws IOException {
    BufferedReader output =
        new BufferedReader(process.inputReader(StandardCharsets.UTF_8)); // It stays open.
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("Firefox has ended at once.");
  }

  @Override
  public void open(String url) {
    command(
        "browsingContext.navigate",
        JsonObject.empty().with("context", window).with("url", url).with("wait", "complete"));
  }

  @Override
  public String evaluate(String expression) {
    JsonObject answer =
        command(
            "script.evaluate",
            JsonObject.empty()
                .with("expression", "(async () => String(await (" + expression + ")))()")
                .with("target", JsonObject.empty().with("context", window).build())
                .with("awaitPromise", true));
    if (!answer.string("type").equals("success")) {
      throw new IllegalStateException(answer.build().text());
    }
    return JsonObject.of(answer.get("result")).string("value");
  }

  private JsonObject command(String method, JsonObject parameters) {
    int id = ++commands;
    JsonObject command =
        JsonObject.empty().with("id", id).with("method", method).with("params", parameters.build());
    socket.sendText(command.build().text(), true).join();
    while (true) {
      JsonObject message = JsonObject.of(Json.parse(next(method)));
      if (!message.has("id") || message.integer("id") != id) {
        continue; // An event.
      }
      if (message.string("type").equals("error")) {
        throw new IllegalStateException(message.string("message"));
      }
      return JsonObject.of(message.get("result"));
    }
  }

  private String next(String method) {
    try {
      String message = received.poll(PATIENCE, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("Firefox does not answer: " + method);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      begun.append(data);
      if (isLast) {
        received.add(begun.toString());
        begun.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
