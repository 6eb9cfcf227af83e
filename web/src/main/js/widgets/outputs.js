// The widget that shows outputs, as they are shown below cells.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";

/** @param page Java's `WidgetScripts.Page` */
export function outputs(page) {
  class OutputModel extends DOMWidgetModel {
    defaults() {
      return { ...super.defaults(), _model_name: "OutputModel", _view_name: "OutputView", msg_id: "", outputs: [] };
    }
  }

  /** What is written in it has a run of its own, whose number is the `msg_id`; `outputs` come from Python as a list. */
  class OutputView extends DOMWidgetView {
    #given = document.createElement("div");
    #written = document.createElement("div");

    render() {
      this.el.classList.add("viv-output", "viv-widget-output");
      this.el.append(this.#given, this.#written);
      this.listenTo(this.model, "change:outputs", this.#showGiven);
      this.listenTo(this.model, "change:msg_id", this.#showWritten);
      this.displayed.then(() => {
        this.#showGiven();
        this.#showWritten();
      });
    }
    #showGiven() {
      page.showGiven(this.#given, JSON.stringify(this.model.get("outputs").map(inKernelsForm)));
    }
    #showWritten() {
      const run = Number(this.model.get("msg_id"));
      if (run < 0) page.showWritten(this.#written, run);
    }
  }
  return { OutputModel, OutputView };
}

/** Texts in the notebook format may be lists of lines, and JSON may be itself. */
function inKernelsForm(output) {
  const joined = (value) => (Array.isArray(value) ? value.join("") : value);
  if (output.output_type === "stream") return { ...output, text: joined(output.text) };
  if (output.output_type === "error") {
    const { ename, evalue, traceback } = output;
    return { output_type: "error", ename, evalue, traceback: [traceback].flat().join("\n"), frames: [], headline: `${ename}: ${evalue}`, hint: "", own: "" };
  }
  const data = Object.entries(output.data ?? {}).map(([type, value]) => [type, type.endsWith("json") ? JSON.stringify(value) : joined(value)]);
  return { output_type: "display_data", data: Object.fromEntries(data) };
}
