package vivarium.web.cell;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.DocumentFragment;
import org.teavm.jso.dom.xml.Node;

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

  /** Whether an element is scrolled to its end. */
  @JSBody(
      params = "element",
      script = "return element.scrollTop + element.clientHeight >= element.scrollHeight - 2;")
  static native boolean isAtEnd(HTMLElement element);

  /** Makes one element, written as HTML, that stands nowhere yet. */
  @JSBody(
      params = "html",
      script =
          "var template = document.createElement('template'); template.innerHTML = html;"
              + " return document.importNode(template.content, true).firstElementChild;")
  static native HTMLElement create(String html);

  /** Puts another element in the place of one. */
  @JSBody(
      params = {"element", "next"},
      script = "element.replaceWith(next);")
  static native void replace(HTMLElement element, HTMLElement next);

  @JSBody(params = "element", script = "return element.isConnected;")
  static native boolean isConnected(HTMLElement element);

  /**
   * Where both are, or hold, a value that is a picture: lets the element of the old picture show
   * the new one, since it goes on showing the old one until the new one is there.
   */
  @JSBody(
      params = {"old", "next"},
      script =
          "var from = old.matches ? old.firstElementChild : old.querySelector('.viv-display > img');"
              + " var to = next.firstElementChild;"
              + " if (!from || !to || from.tagName !== 'IMG' || to.tagName !== 'IMG') { return; }"
              + " Array.from(from.attributes).forEach(function(each) {"
              + "  if (each.name !== 'src') { from.removeAttribute(each.name); } });"
              + " Array.from(to.attributes).forEach(function(each) {"
              + "  from.setAttribute(each.name, each.value); });"
              + " to.replaceWith(from);")
  static native void keepPicture(Node old, HTMLElement next);

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
