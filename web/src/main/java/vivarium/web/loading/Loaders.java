package vivarium.web.loading;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.workers.Worker;

/** The parts of a page that are loaded when they are needed first. */
public interface Loaders extends JSObject {
  /** CodeMirror. */
  JSPromise<JSObject> editor();

  /** reveal.js. */
  JSPromise<JSObject> reveal();

  /** DOMPurify. */
  JSPromise<JSObject> sanitizer();

  /**
   * What sets Markdown and TeX.
   *
   * @param folder where it stands, with a final slash
   */
  JSPromise<JSObject> typesetter(String folder);

  /** A new worker with a kernel in it. */
  Worker worker();
}
