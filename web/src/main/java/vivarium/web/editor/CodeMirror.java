package vivarium.web.editor;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The <a href="https://codemirror.net/docs/ref/">CodeMirror</a> modules, as the page loads them.
 */
@JSClass(transparent = true)
abstract class CodeMirror implements JSObject {
  private CodeMirror() {}

  /** Something an editor can do. */
  @JSClass(transparent = true)
  abstract static class Extension implements JSObject {
    private Extension() {}
  }

  /** An extension that can be replaced while the editor lives. */
  @JSClass(transparent = true)
  abstract static class Compartment implements JSObject {
    private Compartment() {}

    @JSBody(params = "extension", script = "return this.of(extension);")
    native Extension of(Extension extension);
  }

  /** An editor. */
  @JSClass(transparent = true)
  abstract static class View implements JSObject {
    private View() {}

    @JSBody(script = "return this.state.doc.toString();")
    native String text();

    @JSBody(
        params = "text",
        script = "this.dispatch({changes: {from: 0, to: this.state.doc.length, insert: text}});")
    native void replace(String text);

    @JSBody(
        params = "caret",
        script = "this.dispatch({selection: {anchor: Math.min(caret, this.state.doc.length)}});")
    native void moveCaret(int caret);

    /** Moves the caret and lets it be seen. */
    @JSBody(
        params = "caret",
        script = "this.dispatch({selection: {anchor: caret}, scrollIntoView: true});")
    native void goTo(int caret);

    @JSBody(script = "this.focus();")
    native void focus();

    @JSBody(params = "on", script = "this.setTabFocusMode(on);")
    native void tabMovesFocus(boolean on);

    @JSBody(
        params = {"compartment", "extension"},
        script = "this.dispatch({effects: compartment.reconfigure(extension)});")
    native void reconfigure(Compartment compartment, Extension extension);
  }

  /** Acts on a key. */
  @JSFunctor
  interface Command extends JSObject {
    /** Returns whether the key was used. */
    boolean run();
  }

  /** Learns of a change. */
  @JSFunctor
  interface Listener extends JSObject {
    void call();
  }

  @JSBody(
      params = {"parent", "text", "extensions"},
      script = "return new this.EditorView({parent: parent, doc: text, extensions: extensions});")
  native View view(HTMLElement parent, String text, Extension[] extensions);

  @JSBody(script = "return new this.Compartment();")
  native Compartment compartment();

  /** Python with the class names that the static code has, and the comforts of an editor. */
  @JSBody(
      params = {"assistant", "readOnly"},
      script = "return this.editing(assistant, readOnly);")
  native Extension editing(Assistant assistant, boolean readOnly);

  /** What an editor for text has that is no code. */
  @JSBody(params = "phrases", script = "return this.prose(phrases);")
  native Extension prose(String phrases);

  /** Whether something stands over the code that Escape closes. */
  @JSBody(params = "view", script = "return this.hasPopup(view.state);")
  native boolean hasPopup(View view);

  /** The name a screen reader gives the editor. */
  @JSBody(
      params = "label",
      script = "return this.EditorView.contentAttributes.of({'aria-label': label});")
  native Extension label(String label);

  @JSBody(script = "return this.EditorState.readOnly.of(true);")
  native Extension readOnly();

  /** Calls {@code listener} after each change of the text. */
  @JSBody(
      params = "listener",
      script =
          "return this.EditorView.updateListener.of(function(update) {"
              + " if (update.docChanged) { listener(); } });")
  native Extension onChange(Listener listener);

  /** A key that comes before all others; what stands over the code goes when it is used. */
  @JSBody(
      params = {"name", "command"},
      script =
          "var closePopups = this.closePopups;"
              + " return this.Prec.highest(this.keymap.of([{key: name, run: function(view) {"
              + "  var used = command(); if (used) { closePopups(view); } return used; }}]));")
  native Extension key(String name, Command command);

  /** Calls the listeners when the editor gets the focus, is touched by a pointer, or is left. */
  @JSBody(
      params = {"focused", "pointed", "left"},
      script =
          "return this.EditorView.domEventHandlers({focus: function() { focused(); },"
              + " mousedown: function() { pointed(); }, blur: function() { left(); }});")
  native Extension onFocus(Listener focused, Listener pointed, Listener left);

  /** No extension. */
  @JSBody(script = "return [];")
  native Extension none();

  /**
   * A class on some lines of the editor's present text.
   *
   * @param lines 1-based, ascending; those beyond the end are ignored
   */
  @JSBody(
      params = {"view", "lines", "name"},
      script =
          "var line = this.Decoration.line({class: name}), doc = view.state.doc;"
              + " return this.EditorView.decorations.of(this.Decoration.set("
              + "Array.from(lines).filter(function(n) { return n <= doc.lines; })"
              + ".map(function(n) { return line.range(doc.line(n).from); })));")
  native Extension markLines(View view, int[] lines, String name);
}
