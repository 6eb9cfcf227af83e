package vivarium.web.cell;

import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.display.Shown;
import vivarium.model.json.Json;
import vivarium.model.output.MimeBundle;
import vivarium.protocol.ProtocolCodec;
import vivarium.web.kernel.Comms;
import vivarium.web.kernel.KernelClient;
import vivarium.web.loading.WidgetScripts;

/** The widgets of the page, and what is written in those that show outputs. */
final class Widgets implements Comms {
  private final WidgetScripts scripts;
  private final boolean isForeign;
  private final Map<Integer, WidgetOutputs> outputs = new HashMap<>();

  /**
   * @param isForeign whether they are of code that did not come with the site: it has no outputs
   *     but those below its cells
   */
  Widgets(WidgetScripts scripts, boolean isForeign) {
    this.scripts = scripts;
    this.isForeign = isForeign;
  }

  /** Gives the scripts what they need of the page. */
  void connect(KernelClient kernel, ForeignMarkup foreign, Displays displays) {
    scripts.connect(
        new WidgetScripts.Page() {
          @Override
          public void tell(String message) {
            kernel.tell(message);
          }

          @Override
          public void showWritten(HTMLElement element, int run) {
            outputs(run).show(element, view(element));
          }

          @Override
          public void typeset(HTMLElement element, String text) {
            foreign.fill(element, new Shown(MimeBundle.LATEX, Shown.Kind.LATEX, text));
          }

          @Override
          public void showGiven(HTMLElement element, String given) {
            OutputView view = view(element);
            view.clear();
            ProtocolCodec.readOutputs(((Json.Arr) Json.parse(given)).items()).forEach(view::show);
            view.settle();
          }

          private OutputView view(HTMLElement element) {
            return new OutputView(element, foreign, displays, false);
          }
        });
  }

  /** Whether the value is a widget whose object is there. */
  boolean has(MimeBundle bundle) {
    String view = bundle.data().get(MimeBundle.WIDGET);
    return view != null && scripts.knows(view);
  }

  /** Shows a widget; the promise is always kept. */
  JSPromise<JSObject> show(HTMLElement element, MimeBundle bundle) {
    return scripts.show(element, bundle.data().getOrDefault(MimeBundle.WIDGET, ""));
  }

  @Override
  public void heard(String message) {
    scripts.heard(message);
  }

  @Override
  public WidgetOutputs outputs(int run) {
    return isForeign
        ? new WidgetOutputs()
        : outputs.computeIfAbsent(run, it -> new WidgetOutputs());
  }

  @Override
  public void end() {
    outputs.clear();
    scripts.end();
  }
}
