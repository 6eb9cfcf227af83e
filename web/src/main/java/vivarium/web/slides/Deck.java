package vivarium.web.slides;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.cell.Cells;
import vivarium.web.text.PageTexts;

/** Turns the article that a deck is without JavaScript into slides. */
public final class Deck {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private Deck() {}

  /**
   * Shows {@code deck} as slides.
   *
   * @param module loads reveal.js
   */
  public static void start(HTMLElement deck, JSPromise<JSObject> module, Cells cells) {
    if (!DOCUMENT.getDocumentElement().getClassList().contains("viv-printing")) {
      onPrint(() -> present(deck, false), () -> present(deck, true));
    }
    module
        .flatThen(
            loaded -> {
              deck.getClassList().add("reveal");
              Reveal reveal = Reveal.create(loaded, deck);
              Steps steps = new Steps(cells);
              Reveal.Listener update = () -> steps.update(reveal.currentSlide());
              reveal.on("slidechanged", update);
              reveal.on("fragmentshown", update);
              reveal.on("fragmenthidden", update);
              return reveal
                  .initialize()
                  .then(
                      ready -> {
                        // With "application", screen readers would hand on keys instead of reading.
                        deck.removeAttribute("role");
                        translate(deck);
                        update.call();
                        return JSUndefined.instance();
                      });
            })
        .onSettled(
            () -> {
              DOCUMENT.getDocumentElement().getClassList().add("viv-deck-ready");
              return JSUndefined.instance();
            });
  }

  /** On paper a deck is the article again: all of it, not the one slide on the screen. */
  private static void present(HTMLElement deck, boolean slides) {
    toggle(DOCUMENT.getDocumentElement(), "viv-presenting", slides);
    toggle(deck, "reveal", slides);
  }

  /** reveal.js speaks English. */
  private static void translate(HTMLElement deck) {
    label(deck, ".navigate-left", PageTexts.of(Message.PREVIOUS_SLIDE));
    label(deck, ".navigate-right", PageTexts.of(Message.NEXT_SLIDE));
    label(deck, ".navigate-up", PageTexts.of(Message.SLIDE_ABOVE));
    label(deck, ".navigate-down", PageTexts.of(Message.SLIDE_BELOW));
    HTMLElement resume = deck.querySelector(".resume-button");
    if (resume != null) {
      resume.withText(PageTexts.of(Message.RESUME));
    }
  }

  private static void label(HTMLElement deck, String button, String text) {
    HTMLElement found = deck.querySelector(button);
    if (found != null) {
      found.setAttribute("aria-label", text);
    }
  }

  @JSBody(
      params = {"element", "name", "on"},
      script = "element.classList.toggle(name, on);")
  private static native void toggle(HTMLElement element, String name, boolean on);

  @JSBody(
      params = {"before", "after"},
      script =
          "addEventListener('beforeprint', function() { before(); });"
              + " addEventListener('afterprint', function() { after(); });")
  private static native void onPrint(Reveal.Listener before, Reveal.Listener after);
}
