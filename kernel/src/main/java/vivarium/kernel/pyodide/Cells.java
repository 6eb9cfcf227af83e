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
     * @param run the run that it belongs to; 0 before the first one
     * @param name {@code stdout} or {@code stderr}
     * @param text undefined when all that is held back should be passed on
     */
    void write(int run, String name, JSObject text);
  }

  /** Takes the other outputs, and what becomes of earlier ones. */
  @JSFunctor
  public interface Show extends JSObject {
    /**
     * Takes one.
     *
     * @param run the run that it belongs to; 0 before the first one
     * @param output JSON, see {@code ProtocolCodec.readShown}
     */
    void show(int run, String output);
  }

  /** Asks the reader for a line. */
  @JSFunctor
  public interface Ask extends JSObject {
    /**
     * Asks; {@link #entered} is the answer.
     *
     * @param prompt what stands before the line
     * @param secret whether nobody should see it
     */
    void ask(String prompt, boolean secret);
  }

  /** Takes what objects in Python say to widgets. */
  @JSFunctor
  public interface Tell extends JSObject {
    /** Takes a message, which is JSON. */
    void tell(String message);
  }

  /** Prepares the interpreter, once. */
  @JSBody(
      params = {"write", "show", "ask", "tell"},
      script = "this.start(write, show, ask, tell);")
  public native void start(Write write, Show show, Ask ask, Tell tell);

  /** Runs a cell; resolved with how it ended: {@code done}, {@code failed} or {@code stopped}. */
  @JSBody(
      params = {"run", "code", "cell", "env", "figures"},
      script = "return Promise.resolve(this.execute(run, code, cell, env, figures)).then(String);")
  public native JSPromise<JSObject> execute(
      int run, String code, String cell, String env, String figures);

  /** Shows what was thrown where nobody waits for it. */
  @JSBody(params = "thrown", script = "this.lost(function() { throw thrown; });")
  public native void lost(JSObject thrown);

  /** Answers the cell that asked with a line. */
  @JSBody(params = "text", script = "this.asking.entered(text);")
  public native void entered(String text);

  /** Answers the cell that asked that there is no more. */
  @JSBody(script = "this.asking.entered(undefined);")
  public native void endInput();

  /** Passes on what a widget of the page says. */
  @JSBody(params = "message", script = "this.comms.received(message);")
  public native void hear(String message);

  /** Ends the cell that runs, if it waits. */
  @JSBody(script = "this.waiting.interrupt();")
  public native void interrupt();

  /** The text of a JavaScript string. */
  @JSBody(params = "value", script = "return value;")
  public static native String text(JSObject value);
}
