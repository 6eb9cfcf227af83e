package vivarium.web.notebook;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLElement;

/** What the browser does with the elements of a notebook. */
final class Dom {
  private Dom() {}

  /** Takes the detail of an event. */
  @JSFunctor
  interface Heard extends JSObject {
    void take(HTMLElement element, String detail);
  }

  /** Takes a key. */
  @JSFunctor
  interface Keys extends JSObject {
    /** Returns whether the key was used. */
    boolean take(String key, boolean editing);
  }

  /** Takes an element. */
  @JSFunctor
  interface Touched extends JSObject {
    void take(HTMLElement element);
  }

  /** Does something. */
  @JSFunctor
  interface Action extends JSObject {
    void call();
  }

  /** Listens to an event of the cells in {@code root}; its detail comes as JSON. */
  @JSBody(
      params = {"root", "name", "heard"},
      script =
          "root.addEventListener(name, function(event) {"
              + " heard(event.target, JSON.stringify(event.detail)); });")
  static native void listen(HTMLElement root, String name, Heard heard);

  /** Listens to values that are updated wherever they are shown. */
  @JSBody(
      params = "heard",
      script =
          "document.addEventListener('viv:update', function(event) {"
              + " heard(document.body, JSON.stringify(event.detail)); });")
  static native void listenToUpdates(Heard heard);

  /**
   * Listens to keys before anything else does. They have names such as {@code a}, {@code Shift-m},
   * {@code Ctrl-Enter}; the command key of a Mac counts as Ctrl. Keys for fields and buttons are
   * left alone.
   */
  @JSBody(
      params = {"root", "keys"},
      script =
          """
          function name(event) {
            var key = event.key === ' ' ? 'Space' : event.key === '_' ? '-' : event.key;
            if (key.length === 1) { key = key.toLowerCase(); }
            return (event.ctrlKey || event.metaKey ? 'Ctrl-' : '') + (event.altKey ? 'Alt-' : '')
              + (event.shiftKey ? 'Shift-' : '') + key;
          }
          root.addEventListener('keydown', function(event) {
            var target = event.target;
            if (event.isComposing) { return; }
            var editing = !!target.closest('.cm-content, .viv-source');
            if (!editing && target.closest(
                'input, select, textarea, button, a, summary, .cm-panel, .viv-widget')) {
              return;
            }
            if (event.key === 'Escape') { return; }
            if (keys(name(event), editing)) {
              event.preventDefault();
              event.stopPropagation();
            }
          }, true);
          root.addEventListener('keydown', function(event) {
            var editing = !!event.target.closest('.cm-content, .viv-source');
            if (event.key === 'Escape' && editing && !event.defaultPrevented
              && keys('Escape', true)) { event.preventDefault(); }
          });
          """)
  static native void listenToKeys(HTMLElement root, Keys keys);

  /** Listens to the section that gets the focus, and to the one that is clicked twice. */
  @JSBody(
      params = {"root", "focused", "doubled"},
      script =
          "function on(name, take) { root.addEventListener(name, function(event) {"
              + "  var section = event.target.closest('.viv-nb-cell');"
              + "  if (section && !event.target.closest('a[href]')) { take(section); } }); }"
              + " on('focusin', focused); on('dblclick', doubled);"
              + " root.addEventListener('click', function(event) {"
              + "  var section = event.target.closest('.viv-nb-cell');"
              + "  if (section && !section.contains(document.activeElement)"
              + "   && getSelection().isCollapsed) {"
              + "   section.focus({preventScroll: true}); } });")
  static native void listenToFocus(HTMLElement root, Touched focused, Touched doubled);

  /** Puts the focus on the section of a cell, and lets it be seen. */
  @JSBody(
      params = "section",
      script = "section.focus({preventScroll: true}); section.scrollIntoView({block: 'nearest'});")
  static native void focus(HTMLElement section);

  /** Puts the caret into the code of a cell, as soon as there is an editor. */
  @JSBody(
      params = "cell",
      script =
          "var code = cell.querySelector('.cm-content') || cell.querySelector('.viv-source');"
              + " if (code) { code.focus(); }")
  static native void focusCode(HTMLElement cell);

  /** Notes where links to the headings in an element lead. */
  @JSBody(
      params = "element",
      script =
          "var known = element.vivAnchors = element.vivAnchors || new Map();"
              + " element.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach(function(heading) {"
              + "  if (heading.id) { known.set(heading.textContent, heading.id); } });")
  static native void noteAnchors(HTMLElement element);

  /** Lets links lead to headings that are still called what they were. */
  @JSBody(
      params = "element",
      script =
          "element.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach(function(heading) {"
              + " var id = element.vivAnchors.get(heading.textContent);"
              + " if (id) { heading.id = id; } });")
  static native void restoreAnchors(HTMLElement element);

  /** Lets the code of a cell become an editor, as the pointer does. */
  @JSBody(
      params = "cell",
      script = "cell.querySelector('.viv-source').dispatchEvent(new PointerEvent('pointerenter'));")
  static native void makeEditable(HTMLElement cell);

  /** Selects text in the editor of a cell, as soon as there is one, without going into it. */
  @JSBody(
      params = {"codeMirror", "section", "from", "to"},
      script =
          """
          var left = 120;
          function select() {
            var editor = section.querySelector('.cm-editor');
            var view = editor && codeMirror.EditorView.findFromDOM(editor);
            if (view) {
              var end = view.state.doc.length;
              view.dispatch({selection: {anchor: Math.min(from, end), head: Math.min(to, end)}});
              section.scrollIntoView({block: 'nearest'});
              view.dispatch({effects: codeMirror.EditorView.scrollIntoView(Math.min(from, end))});
            } else if (left-- > 0) {
              requestAnimationFrame(select);
            }
          }
          select();
          """)
  static native void selectText(JSObject codeMirror, HTMLElement section, int from, int to);

  /** Calls {@code print} when the page is about to be printed. */
  @JSBody(params = "print", script = "addEventListener('beforeprint', function() { print(); });")
  static native void onPrint(Action print);

  @JSBody(params = "cell", script = "if (cell.run) { cell.run(); }")
  static native void run(HTMLElement cell);

  @JSBody(params = "cell", script = "if (cell.stop) { cell.stop(); }")
  static native void stop(HTMLElement cell);

  /** Gives a live cell another code; false when the cell is not live yet. */
  @JSBody(
      params = {"cell", "code"},
      script = "if (!cell.run) { return false; } cell.code = code; return true;")
  static native boolean setCode(HTMLElement cell, String code);

  /** Gives an element a class, or takes it away. */
  @JSBody(
      params = {"element", "name", "on"},
      script = "element.classList.toggle(name, on);")
  static native void toggle(HTMLElement element, String name, boolean on);

  /** Makes one element, written as HTML. */
  @JSBody(
      params = "html",
      script =
          "var template = document.createElement('template'); template.innerHTML = html;"
              + " return document.importNode(template.content, true).firstElementChild;")
  static native HTMLElement create(String html);

  /** Puts an element before another one, or last; one that stands there already is not moved. */
  @JSBody(
      params = {"parent", "element", "next"},
      script =
          "if (element.parentNode !== parent || element.nextElementSibling !== next) {"
              + " parent.insertBefore(element, next); }")
  static native void place(HTMLElement parent, HTMLElement element, @Nullable HTMLElement next);

  /** Where the caret is in the editor of a cell, in UTF-16 code units; 0 without an editor. */
  @JSBody(
      params = {"codeMirror", "cell"},
      script =
          "var editor = cell.querySelector('.cm-editor');"
              + " var view = editor && codeMirror.EditorView.findFromDOM(editor);"
              + " return view ? view.state.selection.main.head : 0;")
  static native int caret(JSObject codeMirror, HTMLElement cell);

  /** The text of a file of the site. */
  @JSBody(
      params = "url",
      script =
          "return fetch(url).then(function(answer) {"
              + " if (!answer.ok) { throw new Error(url + ' answered ' + answer.status); }"
              + " return answer.text(); });")
  static native JSPromise<JSString> load(String url);

  /** The last moments in which a page can be sure to run. */
  @JSBody(
      params = "leave",
      script =
          "addEventListener('pagehide', function() { leave(); });"
              + " addEventListener('blur', function() { leave(); });"
              + " document.addEventListener('visibilitychange', function() {"
              + "  if (document.visibilityState === 'hidden') { leave(); } });")
  static native void onLeave(Action leave);

  /** Gives the reader a file. */
  @JSBody(
      params = {"name", "type", "text"},
      script =
          "var link = document.createElement('a');"
              + " link.href = URL.createObjectURL(new Blob([text], {type: type}));"
              + " link.download = name; link.click();"
              + " setTimeout(function() { URL.revokeObjectURL(link.href); }, 60000);")
  static native void download(String name, String type, String text);

  /** Eight digits for the id of a cell. */
  @JSBody(script = "return Math.random().toString(16).slice(2, 10).padEnd(8, '0');")
  static native String id();
}
