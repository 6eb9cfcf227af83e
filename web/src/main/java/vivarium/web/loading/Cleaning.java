package vivarium.web.loading;

import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows HTML that somebody else wrote, without what could act on the page. */
public interface Cleaning extends JSObject {
  /**
   * Fills {@code element}.
   *
   * @param isTypeset whether our own script has made the HTML, of mathematics or Markdown
   */
  void fill(HTMLElement element, String html, boolean isTypeset);

  /** The same, with nothing loaded from other places than the site. */
  void fillStill(HTMLElement element, String html, boolean isTypeset);

  /** The same in a frame in which nothing runs and nothing is loaded. */
  void fillFramed(HTMLElement element, String html, boolean isTypeset);
}
