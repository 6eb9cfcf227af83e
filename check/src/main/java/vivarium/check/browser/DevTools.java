package vivarium.check.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/** A connection to a browser: calls and their answers. Safe to use from many threads. */
final class DevTools implements AutoCloseable {
  private final Map<Integer, CompletableFuture<JsonObject>> calls = new ConcurrentHashMap<>();
  private final AtomicInteger lastCall = new AtomicInteger();
  private final CompletableFuture<WebSocket> socket;

  private DevTools(URI address, Duration patience) {
    this.socket =
        HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .build()
            .newWebSocketBuilder()
            .connectTimeout(patience)
            .buildAsync(address, new Receiver());
  }

  /**
   * Connects to a browser.
   *
   * @param patience how long that may take
   * @throws BrowserException when it does not answer
   */
  static DevTools connect(URI address, Duration patience) throws InterruptedException {
    DevTools devTools = new DevTools(address, patience);
    await(devTools.socket, patience, "The browser did not answer at " + address + ".");
    return devTools;
  }

  /**
   * Calls a method and waits for its result.
   *
   * @param session what the call is about; empty for the browser itself
   * @throws BrowserException when it fails, or takes longer than {@code patience}
   */
  JsonObject call(String session, String method, JsonObject parameters, Duration patience)
      throws InterruptedException {
    int number = lastCall.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    calls.put(number, answer);
    try {
      JsonObject message =
          JsonObject.empty()
              .with("id", number)
              .with("method", method)
              .with("params", parameters.build());
      send(session.isEmpty() ? message : message.with("sessionId", session));
      JsonObject answered =
          await(
              answer,
              patience,
              "The browser did not answer within " + patience.toSeconds() + " s.");
      if (answered.has("error")) {
        throw new BrowserException(
            "The browser refused " + method + ": " + answered.get("error").text());
      }
      return JsonObject.of(answered.get("result"));
    } catch (JsonException e) {
      throw new BrowserException("The browser's answer to " + method + " is no answer.", e);
    } finally {
      calls.remove(number);
    }
  }

  /** One message at a time: a socket takes no second one before the first is sent. */
  private synchronized void send(JsonObject message) {
    try {
      socket.join().sendText(message.build().text(), true).join();
    } catch (CompletionException e) {
      throw new BrowserException("The browser is gone.", e);
    }
  }

  @Override
  public void close() {
    socket.join().abort();
    fail(new BrowserException("The browser was closed."));
  }

  private void fail(BrowserException reason) {
    calls.values().forEach(call -> call.completeExceptionally(reason));
  }

  /** Takes an answer. Events need nobody. */
  private void received(String text) {
    JsonObject message = JsonObject.of(Json.parse(text));
    if (message.has("id")) {
      CompletableFuture<JsonObject> call = calls.get(message.integer("id"));
      if (call != null) {
        call.complete(message);
      }
    }
  }

  /**
   * The value of {@code future}.
   *
   * @throws BrowserException when it fails, or, saying {@code late}, when it takes too long
   */
  private static <T> T await(CompletableFuture<T> future, Duration patience, String late)
      throws InterruptedException {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BrowserException(late, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BrowserException known
          ? known
          : new BrowserException("The browser cannot be reached: " + e.getCause() + ".", e);
    }
  }

  /** Puts messages together, which come in pieces. */
  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String message = text.toString();
        text.setLength(0);
        try {
          received(message);
        } catch (JsonException e) {
          fail(new BrowserException("The browser sent what is no message.", e));
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      fail(new BrowserException("The browser ended."));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      fail(new BrowserException("The browser ended.", error));
    }
  }
}
