package vivarium.kernel.pyodide;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;

/** The Python module {@code vivarium.questions}. */
@JSClass(transparent = true)
public abstract class Questions implements JSObject {
  private Questions() {}

  /** What Python knows, as JSON; {@code null} when it knows nothing. Never fails. */
  @JSBody(
      params = {"about", "code", "caret", "env"},
      script = "return this.answer(about, code, caret, env);")
  public native String answer(String about, String code, int caret, String env);
}
