package vivarium.web.loading;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;

/** The scripts that show widgets; the large part of them is loaded with the first view. */
public interface WidgetScripts extends JSObject {
  /** Gives them what they need of the page, before anything else is said. */
  void connect(Page page);

  /** What widgets need of the page. */
  interface Page extends JSObject {
    /** Passes on what a widget says to its object in Python. */
    void tell(String message);

    /**
     * Shows what is written in a widget, and what follows.
     *
     * @param run a number below 0
     */
    void showWritten(HTMLElement element, int run);

    /** Fills an element with text that has TeX in it. */
    void typeset(HTMLElement element, String text);

    /** Fills an element with outputs, a JSON list in the kernel's form. */
    void showGiven(HTMLElement element, String outputs);
  }

  /** An object in Python says something. */
  void heard(String message);

  /** Python is gone: all views stay as they are, and say so. */
  void end();

  /** Whether there is an object of which {@code view}, a JSON text, says that it is to be seen. */
  boolean knows(String view);

  /** Shows it; the promise is always kept. */
  JSPromise<JSObject> show(HTMLElement element, String view);
}
