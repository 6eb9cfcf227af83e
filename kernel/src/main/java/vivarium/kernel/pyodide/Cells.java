package vivarium.kernel.pyodide;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** The Python module {@code vivarium.cells}. */
@JSClass(transparent = true)
public abstract class Cells implements JSObject {
  private Cells() {}

  /** Takes what Python prints. */
  @JSFunctor
  public interface Write extends JSObject {
    /**
     * Takes some text.
     *
     * @param name {@code stdout} or {@code stderr}
     * @param text undefined when all that is held back should be passed on
     */
    void write(String name, JSObject text);
  }

  /** Takes the other outputs. */
  @JSFunctor
  public interface Show extends JSObject {
    /**
     * Takes one output.
     *
     * @param output JSON in the notebook format
     */
    void show(String output);
  }

  /** Prepares the interpreter, once. */
  @JSBody(params = "write", script = "this.start(write);")
  public native void start(Write write);

  /** Runs a cell; resolved with whether it came to its end. */
  @JSBody(
      params = {"code", "cell", "env", "show"},
      script = "return Promise.resolve(this.execute(code, cell, env, show)).then(Boolean);")
  public native JSPromise<JSObject> execute(String code, String cell, String env, Show show);

  /** Whether a JavaScript value is true. */
  @JSBody(params = "value", script = "return value === true;")
  public static native boolean isTrue(JSObject value);

  /** The text of a JavaScript string. */
  @JSBody(params = "value", script = "return value;")
  public static native String text(JSObject value);
}
