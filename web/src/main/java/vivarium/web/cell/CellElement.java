package vivarium.web.cell;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.DocumentFragment;

/** What the browser does with the element of a cell. */
final class CellElement {
  private CellElement() {}

  /** Dispatches an event that bubbles; returns false when a listener prevented it. */
  @JSBody(
      params = {"element", "name", "detail", "cancelable"},
      script =
          "return element.dispatchEvent(new CustomEvent(name,"
              + " {bubbles: true, cancelable: cancelable, detail: JSON.parse(detail)}));")
  static native boolean dispatch(
      HTMLElement element, String name, String detail, boolean cancelable);

  /**
   * Calls {@code touched} when a reader is about to use the static code: the pointer or a finger
   * comes to it, or the focus does. Until then it costs nothing, however many cells there are.
   */
  @JSBody(
      params = {"source", "label", "touched"},
      script =
          "source.tabIndex = 0; source.setAttribute('role', 'textbox');"
              + " source.setAttribute('aria-multiline', 'true');"
              + " source.setAttribute('aria-label', label);"
              + " ['pointerenter', 'pointerdown', 'focus'].forEach(function(name) {"
              + "  source.addEventListener(name, function() { touched(); }); });")
  static native void whenTouched(HTMLElement source, String label, Touched touched);

  /** Whether the static code has the focus. */
  @JSBody(params = "source", script = "return document.activeElement === source;")
  static native boolean isFocused(HTMLElement source);

  /** Where the caret or the end of the selection is in the static code, in UTF-16 code units. */
  @JSBody(
      params = "source",
      script =
          "var selection = getSelection();"
              + " if (!selection.rangeCount || !source.contains(selection.focusNode)) { return 0; }"
              + " var range = document.createRange(); range.selectNodeContents(source);"
              + " range.setEnd(selection.focusNode, selection.focusOffset);"
              + " return range.toString().length;")
  static native int caret(HTMLElement source);

  /** Scrolls as little as needed. */
  @JSBody(params = "element", script = "element.scrollIntoView({block: 'nearest'});")
  static native void bringIntoView(HTMLElement element);

  /** Appends one element, written as HTML, and returns it. */
  @JSBody(
      params = {"parent", "html"},
      script = "parent.insertAdjacentHTML('beforeend', html); return parent.lastElementChild;")
  static native HTMLElement append(HTMLElement parent, String html);

  /** Inserts one element, written as HTML, before another one, and returns it. */
  @JSBody(
      params = {"next", "html"},
      script = "next.insertAdjacentHTML('beforebegin', html); return next.previousElementSibling;")
  static native HTMLElement insertBefore(HTMLElement next, String html);

  /** Moves all that is in an element out of it. */
  @JSBody(
      params = "parent",
      script =
          "var taken = document.createDocumentFragment();"
              + " while (parent.firstChild) { taken.appendChild(parent.firstChild); }"
              + " return taken;")
  static native DocumentFragment takeChildren(HTMLElement parent);

  /** Takes away the outputs of the oldest runs until no more than {@code most} are left. */
  @JSBody(
      params = {"outputs", "most"},
      script =
          "var ends = outputs.querySelectorAll(':scope > .viv-run-end');"
              + " if (ends.length > most) { var end = ends[ends.length - most - 1];"
              + "  while (outputs.firstChild !== end) { outputs.firstChild.remove(); }"
              + "  end.remove(); }")
  static native void keepRuns(HTMLElement outputs, int most);

  /** Called when a cell is touched. */
  @JSFunctor
  interface Touched extends JSObject {
    void call();
  }
}
