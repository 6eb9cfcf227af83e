package vivarium.kernel;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Performance;
import vivarium.kernel.pyodide.Importer;
import vivarium.protocol.ProtocolCodec;

/** The kernel as a web worker: messages are the JSON texts of the protocol. */
public final class KernelWorker {
  private KernelWorker() {}

  /** What the compiler starts from; the work begins with {@link #start}. */
  public static void main(String[] args) {}

  /** Listens for messages, for as long as the worker lives. */
  @JSExport
  public static void start(Importer importer) {
    Kernel kernel =
        new Kernel(importer, Performance::now, message -> post(ProtocolCodec.write(message)));
    listen(text -> kernel.receive(ProtocolCodec.readToKernel(text)));
    listenForFailures(kernel::failed);
  }

  @JSFunctor
  private interface Listener extends JSObject {
    void message(String text);
  }

  @JSBody(
      params = "listener",
      script = "self.addEventListener('message', function(event) { listener(event.data); });")
  private static native void listen(Listener listener);

  /** Pyodide does not reject its promise when the engine itself cannot be loaded. */
  @JSBody(
      params = "listener",
      script =
          "self.addEventListener('unhandledrejection', function(event) {"
              + " event.preventDefault();"
              + " var reason = event.reason;"
              + " listener(String(reason && reason.message || reason)); });")
  private static native void listenForFailures(Listener listener);

  @JSBody(params = "text", script = "self.postMessage(text);")
  private static native void post(String text);
}
