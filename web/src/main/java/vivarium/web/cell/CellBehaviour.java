package vivarium.web.cell;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** What stands behind one {@code viv-cell} element. */
public interface CellBehaviour extends JSObject {
  /** The element is in the page, for the first time or again. */
  void connected();

  void run();

  void stop();

  void reset();

  /** Takes the outputs away. */
  void clear();

  String code();

  void setCode(String code);

  /** Makes the behaviour of a new element. */
  @JSFunctor
  interface Factory extends JSObject {
    CellBehaviour create(HTMLElement element);
  }

  /** Makes all {@code viv-cell} elements of the page, present and future, live. */
  @JSFunctor
  interface Definition extends JSObject {
    void define(Factory factory);
  }
}
