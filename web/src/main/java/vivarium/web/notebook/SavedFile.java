package vivarium.web.notebook;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;

/**
 * The file of the reader's own machine that the page shows. What is changed is saved there, and
 * never over what another program has saved meanwhile.
 */
final class SavedFile {
  /** Milliseconds without a change, after which the file is saved. */
  private static final int QUIET = 800;

  private static final int SAVED = 204;
  private static final int CHANGED = 412;

  private final String address;
  private final Owner owner;
  private String tag;
  private int timer;
  private boolean isDirty;
  private boolean isSaving;
  private boolean isRefused;

  /** What is saved, and who learns of it. */
  interface Owner {
    /** The notebook as it is now. */
    String text();

    /** The file has this text now. */
    void saved(String text, String tag);

    /** Another program has changed the file. Nothing is saved until one of both is chosen. */
    void changedThere(SavedFile file);

    /** Nothing could be saved; the next change is another try. */
    void failed(String reason);
  }

  /** Takes the text of a file and the tag of that state. */
  @JSFunctor
  interface Read extends JSObject {
    void take(String text, String tag);
  }

  /** Takes a reason. */
  @JSFunctor
  interface Failed extends JSObject {
    void take(String reason);
  }

  @JSFunctor
  private interface Answered extends JSObject {
    void take(int status, String tag, String reason);
  }

  /**
   * @param tag that of the text that the page has read
   */
  SavedFile(String address, String tag, Owner owner) {
    this.address = address;
    this.tag = tag;
    this.owner = owner;
  }

  /** The notebook is another now. */
  void changed() {
    isDirty = true;
    Window.clearTimeout(timer);
    timer = Window.setTimeout(this::save, QUIET);
  }

  /** Saves at once what is not saved yet: the page may be gone in a moment. */
  void leave() {
    if (isDirty) {
      save();
    }
  }

  /** Replaces what the other program has saved. */
  void overwrite() {
    read(
        address,
        (text, now) -> {
          tag = now;
          isRefused = false;
          save();
        },
        owner::failed);
  }

  /** Replaces the state of the file that has this tag. */
  void goOn(String now) {
    tag = now;
    isRefused = false;
    save();
  }

  /** Reads what the other program has saved, only to look at it. */
  void look(Read read) {
    read(address, read, owner::failed);
  }

  /** Reads what the other program has saved; {@code read} shows it. */
  void take(Read read) {
    read(
        address,
        (text, now) -> {
          tag = now;
          isRefused = false;
          isDirty = false;
          read.take(text, now);
        },
        owner::failed);
  }

  /** Reads what another tab has saved; only when that is shown, what comes next may replace it. */
  void reread(BiPredicate<String, String> show) {
    read(
        address,
        (text, now) -> {
          if (!isDirty && !isSaving && show.test(text, now)) {
            tag = now;
          }
        },
        owner::failed);
  }

  private void save() {
    Window.clearTimeout(timer);
    if (isSaving || isRefused) {
      return;
    }
    isSaving = true;
    isDirty = false;
    String text = owner.text();
    write(address, tag, text, (status, now, reason) -> answered(text, status, now, reason));
  }

  private void answered(String text, int status, String now, String reason) {
    isSaving = false;
    if (status == SAVED) {
      tag = now;
      owner.saved(text, now);
      if (isDirty) {
        save();
      }
    } else if (status == CHANGED) {
      isDirty = true;
      isRefused = true;
      owner.changedThere(this);
    } else {
      isDirty = true;
      owner.failed(reason);
    }
  }

  /** Where the file is, that the page is to save; null when there is none. */
  @JSBody(
      script =
          "var meta = document.querySelector('meta[name=viv-file]');"
              + " return meta ? meta.content : null;")
  static native @Nullable String address();

  /** Names that file among all of its machine. */
  @JSBody(script = "return document.querySelector('meta[name=viv-file]').dataset.id;")
  static native String id();

  /** Reads a file. */
  @JSBody(
      params = {"address", "read", "failed"},
      script =
          "fetch(address, {cache: 'no-store'}).then(function(answer) {"
              + "  return answer.text().then(function(text) {"
              + "   if (answer.ok) { read(text, answer.headers.get('ETag')); }"
              + "   else { failed(text); } }); })"
              + " .catch(function(error) { failed(String(error.message)); });")
  static native void read(String address, Read read, Failed failed);

  /** A page that goes may still send what is short. */
  @JSBody(
      params = {"address", "tag", "text", "answered"},
      script =
          "var body = new Blob([text]);"
              + " fetch(address, {method: 'PUT', headers: {'If-Match': tag}, body: body,"
              + "  keepalive: body.size < 60000}).then(function(answer) {"
              + "  return answer.text().then(function(reason) {"
              + "   answered(answer.status, answer.headers.get('ETag') || '', reason); }); })"
              + " .catch(function(error) { answered(0, '', String(error.message)); });")
  private static native void write(String address, String tag, String text, Answered answered);
}
