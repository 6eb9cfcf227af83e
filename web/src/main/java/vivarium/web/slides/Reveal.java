package vivarium.web.slides;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;

/** A deck of <a href="https://revealjs.com/">reveal.js</a>. */
@JSClass(transparent = true)
abstract class Reveal implements JSObject {
  private Reveal() {}

  /** Learns of an event. */
  @JSFunctor
  interface Listener extends JSObject {
    void call();
  }

  /**
   * A deck that is not shown yet.
   *
   * <p>Output below a cell must not move the cell, hence no centring; keys typed into a cell are
   * not the deck's; and a reader who comes back from another window finds the caret where it was.
   */
  @JSBody(
      params = {"module", "deck"},
      script =
          "return new module.Reveal(deck, {width: 1280, height: 720, margin: 0.03, center: false,"
              + " hash: true, slideNumber: 'c/t', transition: 'none',"
              + " focusBodyOnPageVisibilityChange: false, scrollActivationWidth: null,"
              + " pdfSeparateFragments: false, plugins: [module.Notes],"
              + " keyboardCondition: function(event) {"
              + "  return !event.composedPath().some(function(node) {"
              + "   return node.isContentEditable || (node.matches && node.matches('.viv-widget'))"
              + "    || /^(input|textarea|select|button|summary)$/i.test(node.tagName || '');"
              + "  }); } });")
  static native Reveal create(JSObject module, HTMLElement deck);

  /** Shows the deck. */
  @JSBody(script = "return this.initialize();")
  native JSPromise<JSObject> initialize();

  @JSBody(
      params = {"name", "listener"},
      script = "this.on(name, function() { listener(); });")
  native void on(String name, Listener listener);

  /** The slide that the reader sees. */
  @JSBody(script = "return this.getCurrentSlide();")
  native HTMLElement currentSlide();
}
