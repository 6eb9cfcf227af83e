package vivarium.kernel.pyodide;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Fetches the wheels of packages from the site. */
@JSFunctor
public interface Wheels extends JSObject {
  /**
   * Fetches a wheel; rejected when there is no success.
   *
   * @param again whether no cache may answer
   */
  JSPromise<JSObject> fetch(String url, boolean again);
}
