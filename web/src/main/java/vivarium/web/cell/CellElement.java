package vivarium.web.cell;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

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

  /** Calls {@code near} once, when the element comes close to what the reader sees. */
  @JSBody(
      params = {"element", "near"},
      script =
          "var observer = new IntersectionObserver(function(entries) {"
              + " if (entries.some(function(entry) { return entry.isIntersecting; })) {"
              + "  observer.disconnect(); near(); } }, {rootMargin: '300px'});"
              + " observer.observe(element);")
  static native void whenNear(HTMLElement element, Near near);

  /** Scrolls as little as needed. */
  @JSBody(params = "element", script = "element.scrollIntoView({block: 'nearest'});")
  static native void bringIntoView(HTMLElement element);

  /** Called when an element is near. */
  @JSFunctor
  interface Near extends JSObject {
    void call();
  }
}
