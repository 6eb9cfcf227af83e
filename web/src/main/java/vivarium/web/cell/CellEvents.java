package vivarium.web.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.json.JsonObject;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.protocol.ProtocolCodec;

/** Tells the page's scripts what a cell does; the page contract has the names. */
final class CellEvents {
  private final HTMLElement element;

  CellEvents(HTMLElement element) {
    this.element = element;
  }

  /**
   * Asks whether the cell may run.
   *
   * @return the code to run, which a listener may have changed; null when one said no
   */
  @Nullable String run(String code) {
    return ask(element, code);
  }

  /** Asks whether the cell's output may be shown. */
  boolean output(Output output) {
    return dispatchOutput(element, ProtocolCodec.writeOutputs(List.of(output)).text());
  }

  /** What the cell wrote goes: now, or when it {@code waits}, with its next output. */
  void clear(boolean waits) {
    tell("viv:clear", detail().with("wait", waits));
  }

  /** Another value stands wherever one was shown under this name. */
  static void update(String displayId, MimeBundle bundle) {
    Output output = new Output.Display(bundle, displayId);
    dispatchUpdate(ProtocolCodec.writeOutputs(List.of(output)).text());
  }

  void error(Output.Failure failure) {
    tell("viv:error", detail().with("name", failure.name()).with("message", failure.value()));
  }

  void done(CellState state, int milliseconds) {
    tell("viv:done", detail().with("status", state.word()).with("milliseconds", milliseconds));
  }

  void state(CellState state) {
    tell("viv:state", detail().with("state", state.word()));
  }

  void changed(String code) {
    tell("viv:change", detail().with("code", code));
  }

  /** Asks whether the author's code may come back. */
  boolean reset() {
    return CellElement.dispatch(element, "viv:reset", detail().build().text(), true);
  }

  private JsonObject detail() {
    return JsonObject.empty().with("id", element.getId());
  }

  private void tell(String name, JsonObject detail) {
    CellElement.dispatch(element, name, detail.build().text(), false);
  }

  @JSBody(
      params = {"element", "code"},
      script =
          "var detail = {id: element.id, code: code};"
              + " return element.dispatchEvent(new CustomEvent('viv:run',"
              + " {bubbles: true, cancelable: true, detail: detail})) ? String(detail.code) : null;")
  private static native @Nullable String ask(HTMLElement element, String code);

  /** The notebook format has a traceback as a list of lines. */
  @JSBody(
      params = {"element", "outputs"},
      script =
          "var output = JSON.parse(outputs)[0];"
              + " if (output.traceback) { output.traceback = output.traceback.split('\\n'); }"
              + " return element.dispatchEvent(new CustomEvent('viv:output', {bubbles: true,"
              + " cancelable: true, detail: {id: element.id, output: output}}));")
  private static native boolean dispatchOutput(HTMLElement element, String outputs);

  @JSBody(
      params = "outputs",
      script =
          "document.dispatchEvent(new CustomEvent('viv:update',"
              + " {detail: {output: JSON.parse(outputs)[0]}}));")
  private static native void dispatchUpdate(String outputs);
}
