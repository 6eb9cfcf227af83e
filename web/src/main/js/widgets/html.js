// Views of HTML, which they clean.
import { HTMLMathView as OriginalMath, HTMLView as Original, StringView } from "@jupyter-widgets/controls";
import { clean } from "../widget-cleaning.js";

function show(view) {
  view.content.replaceChildren(clean(String(view.model.get("value"))));
}

export class HTMLView extends Original {
  update() {
    show(this);
    return StringView.prototype.update.call(this);
  }
}

export class HTMLMathView extends OriginalMath {
  update() {
    show(this);
    this.typeset(this.content);
    return StringView.prototype.update.call(this);
  }
}
