package vivarium.web.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import vivarium.model.json.Json;

/**
 * The texts that a browser keeps for one document, in IndexedDB. All pages of an origin share the
 * database; each document has its own part.
 */
public final class Shelf {
  private static final String DATABASE = "vivarium";
  private static final String STORE = "drafts";

  private final String document;
  private final JSObject channel;
  private @Nullable JSObject database;

  /**
   * The texts of a document.
   *
   * @param document names it among all of the origin
   * @param elsewhere called when another tab has changed them
   */
  public Shelf(String document, Runnable elsewhere) {
    this.document = document;
    channel =
        Browser.channel(
            DATABASE + "-" + STORE,
            changed -> {
              if (changed.equals(document)) {
                elsewhere.run();
              }
            });
  }

  /**
   * Changes the texts in one transaction, on disk when it is done.
   *
   * @param change is given all texts by their names, an empty one for what is none, and returns
   *     those to write, empty ones to remove
   * @param failed is given the browser's name for what went wrong; nothing has been changed then
   */
  public void change(
      Function<Map<String, String>, Map<String, Optional<String>>> change,
      Runnable done,
      Consumer<String> failed) {
    JSObject open = database;
    if (open == null) {
      open(change, done, failed);
    } else {
      // A connection may have been closed without a word; a new one may do.
      change(open, change, done, reason -> open(change, done, failed));
    }
  }

  private void open(
      Function<Map<String, String>, Map<String, Optional<String>>> change,
      Runnable done,
      Consumer<String> failed) {
    Browser.open(
        DATABASE,
        STORE,
        opened -> {
          database = opened;
          change(opened, change, done, failed);
        },
        failed::accept,
        () -> database = null);
  }

  private void change(
      JSObject open,
      Function<Map<String, String>, Map<String, Optional<String>>> change,
      Runnable done,
      Consumer<String> failed) {
    boolean[] changed = {false};
    Browser.change(
        open,
        STORE,
        document,
        entries -> {
          Map<String, Optional<String>> changes = change.apply(pairs(entries));
          changed[0] = !changes.isEmpty();
          return text(changes);
        },
        () -> {
          if (changed[0]) {
            Browser.send(channel, document);
          }
          done.run();
        },
        reason -> {
          database = null;
          failed.accept(reason);
        });
  }

  /** Keeps a text until the next visit, at once: the page may be gone in a moment. */
  public void note(String name, String text) {
    Browser.note(prefix() + name, text);
  }

  /** Forgets such a text. */
  public void forgetNote(String name) {
    Browser.forget(prefix() + name);
  }

  /** The texts that were kept so, by their names. */
  public Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    pairs(Browser.notes(prefix()))
        .forEach((name, text) -> notes.put(name.substring(prefix().length()), text));
    return notes;
  }

  private String prefix() {
    return DATABASE + " " + document + "\n";
  }

  private static Map<String, String> pairs(String json) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Json entry : ((Json.Arr) Json.parse(json)).items()) {
      List<Json> pair = ((Json.Arr) entry).items();
      pairs.put(((Json.Str) pair.get(0)).value(), ((Json.Str) pair.get(1)).value());
    }
    return pairs;
  }

  private static String text(Map<String, Optional<String>> changes) {
    List<Json> entries = new ArrayList<>();
    changes.forEach(
        (name, text) -> {
          List<Json> entry = new ArrayList<>();
          entry.add(Json.of(name));
          text.ifPresent(value -> entry.add(Json.of(value)));
          entries.add(Json.of(entry));
        });
    return Json.of(entries).text();
  }
}
