package vivarium.web.notebook;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.kernel.Answer;
import vivarium.web.kernel.KernelClient;
import vivarium.web.loading.Loaders;

/** The table of the variables that cells have bound; loaded when it is first opened. */
final class VariablesPanel {
  private final HTMLElement place;
  private final Loaders loaders;
  private final JSObject texts;
  private final KernelClient kernel;
  private @Nullable Table table;

  /** The table, see {@code variables.js}. */
  private interface Table extends JSObject {
    void refresh();
  }

  @JSFunctor
  private interface Ask extends JSObject {
    void of(Answer answer);
  }

  /**
   * @param place an element for it, which is shown and hidden
   * @param texts what the page says
   */
  VariablesPanel(HTMLElement place, Loaders loaders, JSObject texts, KernelClient kernel) {
    this.place = place;
    this.loaders = loaders;
    this.texts = texts;
    this.kernel = kernel;
    place.setHidden(true);
  }

  /** Shows the table, or hides it. */
  void toggle() {
    place.setHidden(!place.isHidden());
    if (table != null) {
      refresh();
      return;
    }
    loaders
        .variables()
        .then(
            module -> {
              if (table == null) {
                table = make(module, place, texts, this::ask);
              }
              refresh();
              return JSUndefined.instance();
            });
  }

  /** A cell has run: what is shown may be another. */
  void refresh() {
    if (table != null && !place.isHidden()) {
      table.refresh();
    }
  }

  private void ask(Answer answer) {
    kernel.ask("variables", "", 0, "main", answer);
  }

  @JSBody(
      params = {"module", "place", "texts", "ask"},
      script =
          "var panel = module.variablesPanel({texts: texts, ask: function() {"
              + "  return new Promise(function(done) { ask(function(json) {"
              + "   done(json === 'busy' ? null : JSON.parse(json)); }); }); }});"
              + " place.appendChild(panel.element); return panel;")
  private static native Table make(JSObject module, HTMLElement place, JSObject texts, Ask ask);
}
