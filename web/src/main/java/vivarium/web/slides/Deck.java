package vivarium.web.slides;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.cell.Cells;

/** Turns the article that a deck is without JavaScript into slides. */
public final class Deck {
  private Deck() {}

  /**
   * Shows {@code deck} as slides.
   *
   * @param module loads reveal.js
   */
  public static void start(HTMLElement deck, JSPromise<JSObject> module, Cells cells) {
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
                        update.call();
                        return JSUndefined.instance();
                      });
            })
        .onSettled(
            () -> {
              HTMLDocument.current().getDocumentElement().getClassList().add("viv-deck-ready");
              return JSUndefined.instance();
            });
  }
}
