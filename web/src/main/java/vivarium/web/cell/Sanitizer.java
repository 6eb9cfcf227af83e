package vivarium.web.cell;

import java.util.function.Supplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.output.MimeBundle;

/** Shows HTML and images that a cell made, without what could act on the page. */
final class Sanitizer {
  private final Supplier<JSPromise<JSObject>> module;

  /**
   * @param module loads DOMPurify
   */
  Sanitizer(Supplier<JSPromise<JSObject>> module) {
    this.module = module;
  }

  /** Fills {@code element} with {@code html} once DOMPurify is there, or says why it is not. */
  void fill(HTMLElement element, String html) {
    module
        .get()
        .then(
            purify -> {
              fill(purify, element, html);
              return JSUndefined.instance();
            })
        .catchError(
            reason -> {
              element.withText("This output could not be shown: the page is not complete.");
              return JSUndefined.instance();
            });
  }

  /** The URL of an image: scripts within an SVG do not run there. */
  static String dataUrl(String type, String data) {
    return type.equals(MimeBundle.SVG)
        ? "data:" + type + ";charset=utf-8," + percentEncoded(data)
        : "data:" + type + ";base64," + data;
  }

  @JSBody(
      params = {"module", "element", "html"},
      script =
          "element.replaceChildren(module.DOMPurify.sanitize(html, {RETURN_DOM_FRAGMENT: true,"
              + " FORBID_TAGS: ['style', 'form'], SANITIZE_NAMED_PROPS: true}));")
  private static native void fill(JSObject module, HTMLElement element, String html);

  @JSBody(params = "text", script = "return encodeURIComponent(text);")
  private static native String percentEncoded(String text);
}
