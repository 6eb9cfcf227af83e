package vivarium.check.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/** A browser without a window. Closing it ends the browser; so does the end of this program. */
public final class HeadlessBrowser implements AutoCloseable {
  /** Starting takes about a second; a busy machine may need much longer. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final BrowserProcess process;
  private final DevTools devTools;

  private HeadlessBrowser(BrowserProcess process, DevTools devTools) {
    this.process = process;
    this.devTools = devTools;
  }

  /**
   * Starts a browser.
   *
   * @param program what {@link InstalledBrowser} found
   * @param temporary a folder for what it writes until it is closed
   * @throws BrowserException when it does not start
   */
  public static HeadlessBrowser start(Path program, Path temporary) throws InterruptedException {
    BrowserProcess process = BrowserProcess.start(program, temporary, START);
    try {
      return new HeadlessBrowser(process, DevTools.connect(process.address(), ANSWER));
    } catch (BrowserException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  /**
   * Opens a page, runs a script in it, and closes it. The script begins before the page is loaded.
   *
   * @param width of the window, in CSS pixels
   * @param height of the window, in CSS pixels
   * @param script an expression; when its value is a promise, what that comes to
   * @param patience how long the script may take
   * @return the script's value
   * @throws BrowserException when the page does not load, or the script throws, or it all takes too
   *     long
   */
  public Json run(URI page, int width, int height, String script, Duration patience)
      throws InterruptedException {
    JsonObject target =
        devTools.call(
            "", "Target.createTarget", JsonObject.empty().with("url", "about:blank"), ANSWER);
    JsonObject id = JsonObject.empty().with("targetId", target.get("targetId"));
    String session =
        devTools
            .call("", "Target.attachToTarget", id.with("flatten", true), ANSWER)
            .string("sessionId");
    Json value;
    try {
      load(session, page, width, height);
      value = evaluate(session, script, patience);
    } catch (BrowserException | JsonException e) {
      closeAfter(e, id);
      throw e;
    }
    // Not after an interruption: then the browser is closed, with all its pages.
    devTools.call("", "Target.closeTarget", id, ANSWER);
    return value;
  }

  /** Closes a page; what went wrong before is what the caller has to know. */
  private void closeAfter(RuntimeException reason, JsonObject id) throws InterruptedException {
    try {
      devTools.call("", "Target.closeTarget", id, ANSWER);
    } catch (BrowserException e) {
      reason.addSuppressed(e);
    }
  }

  /** Goes to a page. When this returns, scripts run in that page, which may still be loading. */
  private void load(String session, URI page, int width, int height) throws InterruptedException {
    devTools.call(session, "Page.enable", JsonObject.empty(), ANSWER);
    devTools.call(
        session,
        "Emulation.setDeviceMetricsOverride",
        JsonObject.empty()
            .with("width", width)
            .with("height", height)
            .with("deviceScaleFactor", 1)
            .with("mobile", false),
        ANSWER);
    JsonObject navigated =
        devTools.call(
            session, "Page.navigate", JsonObject.empty().with("url", page.toString()), ANSWER);
    if (navigated.has("errorText")) {
      throw new BrowserException("The page did not load: " + navigated.string("errorText") + ".");
    }
  }

  private Json evaluate(String session, String script, Duration patience)
      throws InterruptedException {
    JsonObject answer =
        devTools.call(
            session,
            "Runtime.evaluate",
            JsonObject.empty()
                .with("expression", script)
                .with("awaitPromise", true)
                .with("returnByValue", true),
            patience);
    if (answer.has("exceptionDetails")) {
      throw new BrowserException(
          "The script failed in the page: " + answer.get("exceptionDetails").text());
    }
    return JsonObject.of(answer.get("result")).get("value");
  }

  @Override
  public void close() {
    devTools.close();
    process.close();
  }
}
