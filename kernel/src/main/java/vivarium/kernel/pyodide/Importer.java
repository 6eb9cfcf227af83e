package vivarium.kernel.pyodide;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** JavaScript's {@code import()}, which Java cannot express. */
@JSFunctor
public interface Importer extends JSObject {
  /** Loads the module at {@code url}; rejected when that fails. */
  JSPromise<JSObject> load(String url);
}
