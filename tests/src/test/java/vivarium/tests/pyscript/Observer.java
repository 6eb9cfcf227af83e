package vivarium.tests.pyscript;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** Opens pages of one host, several at a time, does what they want of their reader, and looks. */
final class Observer implements AutoCloseable {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private static final int PATIENCE_MILLIS = 1000;

  /** How long one look at a page waits for it, which may be busy for long. */
  private static final int LOOK_MILLIS = 40;

  private final BrowserContext context;
  private final Host host;

  Observer(Browser browser, Host host, Corpus corpus) throws IOException {
    this.host = host;
    this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1000, 800));
    context.addInitScript(corpus.text("reader.js"));
  }

  /** Opens a page; {@link Visit#step} goes on with it. */
  Visit open(Run run) {
    return new Visit(run);
  }

  @Override
  public void close() {
    context.close();
  }

  /** A page that is open. */
  final class Visit {
    private final Run run;
    private final Page page;
    private final NormalForm normal;
    private final List<String> written = new ArrayList<>();
    private final long since = System.nanoTime();

    private Visit(Run run) {
      this.run = run;
      normal = new NormalForm(host.origin(run));
      page = context.newPage();
      page.onConsoleMessage(this::note);
      page.navigate(host.url(run), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    private void note(ConsoleMessage message) {
      if (message.worker() != null && !message.type().equals("debug")) {
        String kind = message.type().equals("warning") ? "warn" : message.type();
        written.add("console." + kind + ": " + normal.of(cut(message.text())));
      }
    }

    /** Does what the page wants, if anything, and tells whether it has come to its end. */
    boolean step() {
      if (System.nanoTime() - since > PATIENCE_NANOS) {
        return true;
      }
      try {
        page.waitForFunction(
            "reader.isWaitedFor()",
            null,
            new Page.WaitForFunctionOptions().setTimeout(LOOK_MILLIS));
      } catch (TimeoutError e) {
        return false;
      }
      JsonObject state = JsonObject.of(Json.parse((String) page.evaluate("reader.poll()")));
      if (state.bool("isEnded")) {
        return true;
      }
      if (state.has("want") && state.get("want") instanceof Json.Obj want) {
        JsonObject wanted = JsonObject.of(want);
        if (wanted.string("kind").equals("press")) {
          page.keyboard().press(wanted.string("text"));
        } else {
          page.bringToFront();
          page.keyboard().type(wanted.string("text"));
        }
        page.evaluate("reader.granted()");
      }
      return false;
    }

    /** What became of it; closes it. */
    Observation end() {
      List<String> lines = new ArrayList<>();
      try {
        page.waitForFunction(
            "true", null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
        JsonObject result = JsonObject.of(Json.parse((String) page.evaluate("reader.result()")));
        Story story = new Story(run.isIsolated() || run.isWorker());
        for (Json note : result.array("notes")) {
          story.add(text(note, 0), normal.of(cut(text(note, 1))));
        }
        written.forEach(story::write);
        lines.addAll(story.lines());
        for (Json line : result.array("body")) {
          lines.add(text(line, 1) + quoted(text(line, 0), normal.of(cut(text(line, 2)))));
        }
      } catch (PlaywrightException e) {
        lines.add("broken: " + cut(String.valueOf(e.getMessage())));
      }
      page.close();
      return new Observation(lines);
    }

    private String quoted(String kind, String text) {
      return switch (kind) {
        case "element" -> text;
        case "text" -> "\"" + text + "\"";
        default -> kind + ": " + text;
      };
    }

    private String text(Json list, int index) {
      return ((Json.Str) ((Json.Arr) list).items().get(index)).value();
    }

    Run run() {
      return run;
    }
  }

  /** A stack trace of an engine quotes a line of a megabyte. */
  private static String cut(String text) {
    return text.lines()
        .map(line -> line.substring(0, Math.min(2000, line.length())))
        .limit(200)
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}
