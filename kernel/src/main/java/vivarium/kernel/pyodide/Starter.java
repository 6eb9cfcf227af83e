package vivarium.kernel.pyodide;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/**
 * Brings an interpreter up; each host of the kernel has its own way. While it tries what need not
 * succeed, the function has a property {@code isRestoring} that is true.
 */
@JSFunctor
public interface Starter extends JSObject {
  /**
   * Starts an interpreter; rejected when that fails.
   *
   * @param engine the URL of the folder of {@code pyodide.mjs}, ending in {@code /}
   * @param image the URL of a memory image to start from; empty to start from nothing
   * @param files the files that cells find, see {@code files.js}; empty for none
   */
  JSPromise<Started> start(String engine, String image, String files);

  /** An interpreter that came up. */
  @JSClass(transparent = true)
  abstract class Started implements JSObject {
    private Started() {}

    @JSBody(script = "return this.pyodide;")
    public native Pyodide pyodide();

    /** Whether it came from a memory image, which has Vivarium's Python side in it. */
    @JSBody(script = "return this.isRestored;")
    public native boolean isRestored();
  }
}
