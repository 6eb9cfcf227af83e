package vivarium.web.loading;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.workers.Worker;

/** The parts of a page that are loaded when they are needed first. */
public interface Loaders extends JSObject {
  /** CodeMirror. */
  JSPromise<JSObject> editor();

  /** reveal.js. */
  JSPromise<JSObject> reveal();

  /** DOMPurify: a {@link Cleaning}. */
  JSPromise<JSObject> sanitizer();

  /** What shows widgets. */
  WidgetScripts widgets();

  /** The table of variables. */
  JSPromise<JSObject> variables();

  /**
   * Has the files of a notebook shown in an element.
   *
   * @param document names the notebook where it is not the one of the page; else empty
   */
  FilesOfNotebook files(HTMLElement place, String document);

  /** The panel of a notebook's files. */
  interface FilesOfNotebook extends JSObject {
    void toggle();
  }

  /** What puts notebooks into links. */
  JSPromise<JSObject> links();

  /**
   * What sets Markdown and TeX.
   *
   * @param folder where it stands, with a final slash
   */
  JSPromise<JSObject> typesetter(String folder);

  /** Whether the code of the page's cells did not come with the site, or is taken for that. */
  boolean isForeign();

  /** A new worker with a kernel in it. */
  Worker worker();
}
