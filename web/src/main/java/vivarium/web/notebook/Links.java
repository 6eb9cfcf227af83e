package vivarium.web.notebook;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import vivarium.model.notebook.EditableNotebook;
import vivarium.model.notebook.NotebookCell.Kind;

/** Notebooks in links: packed, behind {@code #notebook=}, where no server ever sees them. */
final class Links {
  private Links() {}

  /** Packs and unpacks. */
  interface Packing extends JSObject {
    /** What a link holds of a text. */
    JSPromise<JSString> pack(String text);

    /** The text; fails when it is damaged or unfolds to far too much. */
    JSPromise<JSString> unpack(String packed);

    /** Names a text: its hash. */
    String nameOf(String text);
  }

  /**
   * The notebook without what its cells have written: links get short, and what a stranger wrote
   * into an output is not shown.
   *
   * @throws IllegalArgumentException when it is no notebook
   */
  static String withoutOutputs(String text) {
    EditableNotebook notebook = EditableNotebook.of(text);
    return notebook
        .withCells(
            notebook.cells().stream()
                .map(cell -> cell.kind() == Kind.CODE ? cell.withoutRun() : cell)
                .toList())
        .text();
  }

  /** What the address of the page holds, packed; empty when that is no notebook. */
  @JSBody(
      script =
          "var found = /^#notebook=([\\w-]+)$/.exec(location.hash); return found ? found[1] : '';")
  static native String here();

  /** The address of the page with a notebook in it. */
  @JSBody(
      params = "packed",
      script = "return location.href.replace(/#.*/, '') + '#notebook=' + packed;")
  static native String address(String packed);

  /** Shows the page's own notebook instead. */
  @JSBody(
      script =
          "history.replaceState(null, '', location.pathname + location.search);"
              + " location.reload();")
  static native void leave();

  /** Shows the notebook of another link that is opened in this tab. */
  @JSBody(
      script =
          "addEventListener('hashchange', function() {"
              + " if (location.hash.startsWith('#notebook=')) { location.reload(); } });")
  static native void follow();
}
