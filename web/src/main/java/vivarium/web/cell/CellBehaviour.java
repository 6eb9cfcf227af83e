package vivarium.web.cell;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** What stands behind one {@code viv-cell} element. */
public interface CellBehaviour extends JSObject {
  /** The element is in the page, for the first time or again. */
  void connected();

  /** Runs the cell as soon as it has what the reader made of it in an earlier visit. */
  void run(Begun then);

  void stop();

  void reset();

  /** Takes the outputs away. */
  void clear();

  String code();

  void setCode(String code);

  /** Hears that a run was taken up, or prevented. */
  @JSFunctor
  interface Begun extends JSObject {
    void begun();
  }

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
