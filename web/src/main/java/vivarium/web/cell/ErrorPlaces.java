package vivarium.web.cell;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The links in headlines of errors: they put the caret into the line. A cell on another slide is
 * gone to as any other link does.
 */
final class ErrorPlaces {
  private ErrorPlaces() {}

  /** Goes to a line of a cell. */
  @JSFunctor
  interface Go extends JSObject {
    /** Returns whether there is such a cell. */
    boolean to(HTMLElement cell, int line);
  }

  @JSBody(
      params = "go",
      script =
          "document.addEventListener('click', function(event) {"
              + " var link = event.target.closest('a.viv-error-place');"
              + " if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }"
              + " var cell = document.getElementById(link.getAttribute('href').slice(1));"
              + " if (cell && !cell.closest('.slides section:not(.present)')"
              + "  && go(cell, Number(link.getAttribute('data-line')))) {"
              + "  event.preventDefault(); } });")
  static native void listen(Go go);
}
