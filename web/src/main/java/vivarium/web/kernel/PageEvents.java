package vivarium.web.kernel;

import org.teavm.jso.JSBody;

/** What a page tells its own scripts about the kernel. */
final class PageEvents {
  private PageEvents() {}

  /** Dispatches {@code viv:kernel} on the document. */
  @JSBody(
      params = {"state", "source", "milliseconds"},
      script =
          "document.dispatchEvent(new CustomEvent('viv:kernel', {detail:"
              + " {state: state, source: source, milliseconds: milliseconds}}));")
  static native void kernel(String state, String source, int milliseconds);

  /** Leaves a mark on the performance timeline. */
  @JSBody(params = "name", script = "performance.mark(name);")
  static native void mark(String name);
}
