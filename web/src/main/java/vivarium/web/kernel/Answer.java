package vivarium.web.kernel;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Takes what Python knows of code that is being written. */
@JSFunctor
public interface Answer extends JSObject {
  /**
   * Takes the answer, once.
   *
   * @param json what Python knows; {@code null} when it knows nothing, {@code busy} when it cannot
   *     be asked now
   */
  void take(String json);
}
