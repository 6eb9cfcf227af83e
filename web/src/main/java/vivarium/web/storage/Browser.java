package vivarium.web.storage;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What the browser does to keep texts; each method is one call of it. */
final class Browser {
  private Browser() {}

  /** Takes a text. */
  @JSFunctor
  interface Text extends JSObject {
    void take(String text);
  }

  /** Takes a database. */
  @JSFunctor
  interface Opened extends JSObject {
    void take(JSObject database);
  }

  /** Says what to change, as JSON, of what is there, as JSON. */
  @JSFunctor
  interface Change extends JSObject {
    String of(String entries);
  }

  /** Does something. */
  @JSFunctor
  interface Action extends JSObject {
    void call();
  }

  /**
   * Opens the database, whatever its version, and makes it when there is none. One that closes, or
   * that another page wants to delete, is said to be lost.
   */
  @JSBody(
      params = {"name", "store", "opened", "failed", "lost"},
      script =
          "try { var request = indexedDB.open(name);"
              + " request.onupgradeneeded = function() {"
              + "  request.result.createObjectStore(store); };"
              + " request.onerror = function(event) { event.preventDefault();"
              + "  failed(request.error ? request.error.name : ''); };"
              + " request.onsuccess = function() { var database = request.result;"
              + "  database.onclose = function() { lost(); };"
              + "  database.onversionchange = function() { database.close(); lost(); };"
              + "  opened(database); }; } catch (error) { failed(error.name); }")
  static native void open(String name, String store, Opened opened, Text failed, Action lost);

  /** Changes the entries whose key begins with a group, in one transaction. */
  @JSBody(
      params = {"database", "store", "group", "change", "done", "failed"},
      script =
          "try { var transaction ="
              + "  database.transaction(store, 'readwrite', {durability: 'strict'});"
              + " var entries = transaction.objectStore(store);"
              + " var range = IDBKeyRange.bound([group], [group, []]);"
              + " var keys = entries.getAllKeys(range), values = entries.getAll(range);"
              + " values.onsuccess = function() {"
              + "  var found = keys.result.map(function(key, i) { var value = values.result[i];"
              + "   return [String(key[1]), typeof value === 'string' ? value : '']; });"
              + "  JSON.parse(change(JSON.stringify(found))).forEach(function(entry) {"
              + "   if (entry.length < 2) { entries.delete([group, entry[0]]); }"
              + "   else { entries.put(entry[1], [group, entry[0]]); } }); };"
              + " transaction.oncomplete = function() { done(); };"
              + " transaction.onabort = function() {"
              + "  failed(transaction.error ? transaction.error.name : ''); };"
              + " } catch (error) { failed(error.name); }")
  static native void change(
      JSObject database, String store, String group, Change change, Action done, Text failed);

  /** Keeps a text at once, until the next visit reads it; returns whether it could. */
  @JSBody(
      params = {"name", "text"},
      script =
          "try { localStorage.setItem(name, text); return true; } catch (error) { return false; }")
  static native boolean note(String name, String text);

  /** Forgets a text. */
  @JSBody(
      params = "name",
      script = "try { localStorage.removeItem(name); } catch (error) { return; }")
  static native void forget(String name);

  /** The texts whose names begin so, as a JSON array of pairs. */
  @JSBody(
      params = "prefix",
      script =
          "try { return JSON.stringify(Object.entries(localStorage).filter(function(entry) {"
              + " return entry[0].startsWith(prefix); })); } catch (error) { return '[]'; }")
  static native String notes(String prefix);

  /** A channel to the other tabs; a browser without such channels gets one that is dead. */
  @JSBody(
      params = {"name", "heard"},
      script =
          "if (!window.BroadcastChannel) { return {postMessage: function() {}}; }"
              + " var channel = new BroadcastChannel(name);"
              + " channel.onmessage = function(event) {"
              + "  if (typeof event.data === 'string') { heard(event.data); } }; return channel;")
  static native JSObject channel(String name, Text heard);

  @JSBody(
      params = {"channel", "text"},
      script = "channel.postMessage(text);")
  static native void send(JSObject channel, String text);
}
