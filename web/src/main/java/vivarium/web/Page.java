package vivarium.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.cell.CellBehaviour;
import vivarium.web.cell.Cells;
import vivarium.web.kernel.Answer;
import vivarium.web.kernel.KernelClient;
import vivarium.web.kernel.ScriptRun;
import vivarium.web.loading.Loaders;
import vivarium.web.reload.LiveReload;
import vivarium.web.slides.Deck;
import vivarium.web.text.PageTexts;
import vivarium.web.work.Work;

/** Makes a page live: its cells, its slides, and its reload while an author writes. */
public final class Page {
  private static @Nullable KernelClient kernel;

  private Page() {}

  /** What the compiler starts from; the work begins with {@link #start}. */
  public static void main(String[] args) {}

  /**
   * Makes the page live; to be called once, when all of it is there.
   *
   * @param texts an object with a text for each message
   */
  @JSExport
  public static void start(Loaders loaders, JSObject texts, CellBehaviour.Definition definition) {
    PageTexts.use(texts);
    HTMLDocument document = HTMLDocument.current();
    PageConfig config = PageConfig.read(document);
    Work work = new Work(config.document());
    Cells cells = new Cells(loaders, config.boot(), config.mathematics(), work);
    kernel = cells.kernel();
    boolean passive = isPrinted() || isMirror();
    if (!passive) {
      cells.define(definition);
      onPrint(cells::prepareForPrint);
      if (!cells.isEmpty() && !isSparing()) {
        if (config.autorun()) {
          cells.kernel().start();
          oncePythonIsUp(cells::editorModule); // Until then the processor is Python's.
        } else {
          whenIdle(
              () -> {
                cells.editorModule();
                cells.kernel().start();
              });
        }
      }
    }
    HTMLElement deck = document.querySelector(".viv-deck");
    if (deck != null && document.getDocumentElement().getClassList().contains("viv-presenting")) {
      Deck.start(deck, loaders.reveal(), cells);
    }
    if (!isMirror()) {
      LiveReload.start();
    }
  }

  /** The page's Python, for scripts. */
  @JSExport
  public static Facade kernel() {
    KernelClient client = kernel;
    if (client == null) {
      throw new IllegalStateException("the page has not started");
    }
    return new Facade() {
      @Override
      public String getState() {
        return client.state().word();
      }

      @Override
      public void start() {
        client.start();
      }

      @Override
      public void stop() {
        client.stop();
      }

      @Override
      public void run(String code, String env, ScriptRun.Listener listener) {
        client.run(
            "script", env, code, "", new ScriptRun(listener, () -> client.enter(Optional.empty())));
      }

      @Override
      public void ask(String about, String env, Answer answer) {
        client.ask(about, "", 0, env, answer);
      }
    };
  }

  /** What a script may ask of the kernel. */
  public interface Facade extends JSObject {
    String getState();

    void start();

    void stop();

    /** Runs code that no cell shows. */
    void run(String code, String env, ScriptRun.Listener listener);

    /** Asks Python, see {@link vivarium.protocol.ToKernel.Ask}; it is not started for that. */
    void ask(String about, String env, Answer answer);
  }

  @JSFunctor
  private interface Action extends JSObject {
    void call();
  }

  /** Whether the page is laid out for paper: editors print only the lines they show. */
  @JSBody(script = "return document.documentElement.classList.contains('viv-printing');")
  private static native boolean isPrinted();

  /** Whether this is one of the small copies in the speaker's window. */
  @JSBody(script = "return new URLSearchParams(location.search).has('receiver');")
  private static native boolean isMirror();

  /** Whether the reader asked to save data: then Python starts at the first Run. */
  @JSBody(
      script =
          "var link = navigator.connection;"
              + " return !!link && (link.saveData || /2g/.test(link.effectiveType || ''));")
  private static native boolean isSparing();

  @JSBody(
      params = "action",
      script =
          "var later = window.requestIdleCallback || function(f) { setTimeout(f, 200); };"
              + " later(function() { action(); });")
  private static native void whenIdle(Action action);

  /** Also when it does not come up. */
  @JSBody(
      params = "action",
      script =
          "document.addEventListener('viv:kernel', function listen(event) {"
              + " if (event.detail.state !== 'starting') {"
              + "  document.removeEventListener('viv:kernel', listen); action(); } });")
  private static native void oncePythonIsUp(Action action);

  @JSBody(params = "action", script = "addEventListener('beforeprint', function() { action(); });")
  private static native void onPrint(Action action);
}
