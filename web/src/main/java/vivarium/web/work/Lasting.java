package vivarium.web.work;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/**
 * How long the browser keeps what it stores for this site: it may make room, or have agreed not to.
 */
public final class Lasting {
  private Lasting() {}

  /**
   * Asks the browser not to remove anything by itself, now that there is something to lose. It is
   * asked once, not at each visit, since some browsers ask their users.
   */
  @JSBody(
      script =
          """
          try {
            if (navigator.storage && navigator.storage.persist
                && localStorage.getItem('vivarium-lasting') === null) {
              localStorage.setItem('vivarium-lasting', '');
              navigator.storage.persist().catch(function() {});
            }
          } catch (error) { /* It keeps nothing, then. */ }
          """)
  public static native void ask();

  /** Says in an element what the browser has answered; nothing where it gives no answer. */
  public static void tell(HTMLElement place) {
    tell(place, PageTexts.of(Message.STORAGE_LASTS), PageTexts.of(Message.STORAGE_MAY_GO));
  }

  @JSBody(
      params = {"place", "lasts", "mayGo"},
      script =
          "if (navigator.storage && navigator.storage.persisted) {"
              + " navigator.storage.persisted().then(function(is) {"
              + "  place.textContent = is ? lasts : mayGo; }, function() {}); }")
  private static native void tell(HTMLElement place, String lasts, String mayGo);
}
