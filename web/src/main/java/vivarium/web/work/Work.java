package vivarium.web.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import vivarium.web.drafts.WorkFile;

/**
 * The reader's work on a page: what they made of the cells.
 *
 * <p>It is read before a cell can be edited or run, so that nobody meets the author's code where
 * their own should be.
 */
public final class Work implements Keeper.Listener {
  /** Milliseconds after which a browser that does not answer is taken for one that refuses. */
  private static final int PATIENCE = 1500;

  private final Keeper keeper;
  private final List<VersionBar> bars = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Trouble trouble;
  private final Downloads downloads;
  private @Nullable WorkButton button;
  private @Nullable WorkDialog dialog;
  private boolean failing;
  private boolean ready;
  private boolean keptElsewhere;

  /**
   * The work on a document.
   *
   * @param document names it among all of the origin
   */
  public Work(String document) {
    keeper = new Keeper(document, this);
    downloads = new Downloads(document, keeper);
    trouble = new Trouble(downloads::all);
  }

  /** The work on a page that keeps it in a way of its own: here, nothing is read or kept. */
  public static Work elsewhere() {
    Work work = new Work("");
    work.keptElsewhere = true;
    return work;
  }

  /** A cell of the page; before {@link #start} for all that are there from the beginning. */
  public void add(KeptCell cell) {
    if (!keptElsewhere) {
      keeper.add(cell);
    }
  }

  /** Reads what was kept. */
  public void start() {
    if (keeper.cells().list().isEmpty()) {
      begin();
      return;
    }
    keeper.start();
    Window.setTimeout(() -> answerIsLate(), PATIENCE);
    onLeave(keeper::leave, keeper::step);
  }

  /** Runs {@code action} when what was kept has been read, or it is clear that it cannot be. */
  public void whenRead(Runnable action) {
    if (ready) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  /** Is there when what was kept has been read. */
  public JSPromise<JSObject> read() {
    return new JSPromise<>(
        (resolve, reject) -> whenRead(() -> resolve.accept(JSUndefined.instance())));
  }

  public boolean isRead() {
    return ready;
  }

  /** The text of a cell is another now. */
  public void changed(KeptCell cell) {
    keeper.cells().of(cell).ifPresent(keeper::changed);
    changed();
  }

  /** The author's code is about to be brought back: what the reader made of it is put aside. */
  public void beforeReset(KeptCell cell) {
    keeper.cells().of(cell).filter(held -> held.isEdited()).ifPresent(keeper::putAside);
  }

  /** The author's code is back. */
  public void afterReset() {
    keeper.step();
    changed();
  }

  @Override
  public void changed() {
    List<Held> cells = keeper.cells().list();
    for (int i = bars.size(); i < cells.size(); i++) {
      bars.add(new VersionBar(cells.get(i), keeper));
    }
    if (ready) {
      bars.forEach(VersionBar::update);
      if (button != null) {
        button.update(failing);
      }
      if (dialog != null) {
        dialog.update();
      }
    }
  }

  @Override
  public void kept() {
    failing = false;
    begin();
    trouble.none();
    trouble.unreadable(keeper.unreadable());
    if (!keeper.cells().edited().isEmpty()) {
      Lasting.ask();
    }
    changed();
  }

  @Override
  public void failed(String reason) {
    failing = true;
    begin();
    trouble.notKept(reason);
    changed();
  }

  /** What the file brought with it, unless this browser knows more of it. */
  private void restoreOwn() {
    String work = OwnFile.work();
    if (!work.isEmpty() && keeper.now().all().isEmpty()) {
      keeper.restore(WorkFile.read(work).drafts());
    }
  }

  private void answerIsLate() {
    if (!ready) {
      failed("");
    }
  }

  private void begin() {
    if (!ready) {
      ready = true;
      if (!keeper.cells().list().isEmpty()) {
        button = new WorkButton(keeper, this::open);
      }
      changed();
      waiting.forEach(Runnable::run);
      waiting.clear();
      if (OwnFile.isThere()) {
        restoreOwn();
      }
    }
  }

  private void open() {
    if (dialog == null) {
      dialog = new WorkDialog(keeper, downloads);
    }
    dialog.open();
  }

  @JSFunctor
  private interface Action extends JSObject {
    void call();
  }

  /** The last moments in which a page can be sure to run, and the first in which it does again. */
  @JSBody(
      params = {"leave", "back"},
      script =
          "addEventListener('pagehide', function() { leave(); });"
              + " addEventListener('blur', function() { leave(); });"
              + " addEventListener('pageshow', function(event) {"
              + "  if (event.persisted) { back(); } });"
              + " document.addEventListener('visibilitychange', function() {"
              + "  if (document.visibilityState === 'hidden') { leave(); } else { back(); } });")
  private static native void onLeave(Action leave, Action back);
}
