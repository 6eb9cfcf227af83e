// Stands for the models and views of packages whose scripts a page does not have.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";

/** A class for the model or the view of this name; the view says `text`. */
export function missing(name, text) {
  if (name.endsWith("Model")) {
    return class extends DOMWidgetModel {};
  }
  return class extends DOMWidgetView {
    render() {
      this.el.classList.add("viv-notice");
      this.el.textContent = text;
    }
  };
}
