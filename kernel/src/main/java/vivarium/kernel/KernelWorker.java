package vivarium.kernel;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Performance;
import vivarium.kernel.pyodide.Starter;
import vivarium.protocol.ProtocolCodec;

/** The kernel as a web worker: messages are the JSON texts of the protocol. */
public final class KernelWorker {
  private KernelWorker() {}

  /** What the compiler starts from; the work begins with {@link #start}. */
  public static void main(String[] args) {}

  /** Listens for messages, for as long as the worker lives. */
  @JSExport
  public static void start(Starter starter) {
    Kernel kernel =
        new Kernel(
            starter,
            Performance::now,
            (action, milliseconds) -> setTimeout(action::run, milliseconds),
            message -> post(ProtocolCodec.write(message)));
    listen(text -> kernel.receive(ProtocolCodec.readToKernel(text)));
    listenForFailures(starter, kernel::failed);
  }

  @JSFunctor
  private interface Listener extends JSObject {
    void message(String text);
  }

  @JSFunctor
  private interface Failures extends JSObject {
    void thrown(JSObject reason);
  }

  @JSBody(
      params = "listener",
      script =
          "self.addEventListener('message', function(event) {"
              + " if (typeof event.data === 'string') { listener(event.data); } });")
  private static native void listen(Listener listener);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }

  @JSBody(
      params = {"action", "milliseconds"},
      script = "setTimeout(function() { action(); }, milliseconds);")
  private static native void setTimeout(Action action, int milliseconds);

  /**
   * What was thrown where nobody catches it: by callbacks of Python's among others. Pyodide's own
   * promise waits for ever when the engine cannot be loaded or compiled: the failure is seen only
   * here. While an image is restored it is no news, for Python starts without it then.
   */
  @JSBody(
      params = {"starter", "listener"},
      script =
          "function tell(reason) { if (!starter.isRestoring) listener(reason); }"
              + " self.addEventListener('error', function(event) {"
              + "  event.preventDefault(); tell(event.error || event.message); });"
              + " self.addEventListener('unhandledrejection', function(event) {"
              + "  event.preventDefault(); tell(event.reason); });"
              + " ['compileStreaming', 'instantiateStreaming'].forEach(function(name) {"
              + "  var original = WebAssembly[name];"
              + "  if (original) { WebAssembly[name] = function() {"
              + "   var compiled = original.apply(WebAssembly, arguments);"
              + "   compiled.catch(tell);"
              + "   return compiled; }; } });")
  private static native void listenForFailures(Starter starter, Failures listener);

  @JSBody(params = "text", script = "self.postMessage(text);")
  private static native void post(String text);
}
