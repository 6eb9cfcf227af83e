// Shows widgets: Jupyter's own views of them, in pages. Loaded with the first view.
import * as base from "@jupyter-widgets/base";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { beside } from "./addresses.js";
import { Manager } from "./widgets/manager.js";

/**
 * @param page Java's `WidgetScripts.Page`
 * @param texts what the page says, by its keys
 * @returns `hear(message)`, `end()`, and `show(element, model)`, which promises that the model's view is there
 */
export function startWidgets(page, texts) {
  const styled = addStyles();
  const shown = new Set();
  let manager = new Manager(page, texts);

  /** Views that are no longer in the page stop listening to their models. */
  function sweep() {
    for (const each of shown) {
      if (each.element.isConnected) continue;
      shown.delete(each);
      each.view.luminoWidget.clearFlag(Widget.Flag.IsAttached); // Whoever took it out did not say so.
      each.view.luminoWidget.dispose();
    }
  }

  return {
    hear: (message) => manager.hear(message),
    end() {
      sweep();
      for (const { element } of shown) {
        element.inert = true;
        const notice = document.createElement("p");
        notice.className = "viv-notice viv-widget-closed";
        notice.textContent = texts["widget-closed"];
        const said = Array.from(element.parentElement.children).find((each) => each.className === notice.className);
        if (said) said.remove(); // Once is enough, below the last one.
        element.after(notice);
      }
      shown.clear();
      manager.disconnect();
      manager = new Manager(page, texts);
    },
    async show(element, id) {
      sweep();
      await styled;
      const model = await manager.get_model(id);
      const view = await manager.create_view(model);
      element.replaceChildren();
      element.classList.add("viv-widget");
      element.setAttribute("data-prevent-swipe", ""); // A finger on a slider turns no slide.
      if (!element.isConnected) return view.remove();
      Widget.attach(view.luminoWidget, element);
      shown.add({ element, view });
      new ResizeObserver(() => {
        if (!view.luminoWidget.isDisposed) MessageLoop.postMessage(view.luminoWidget, Widget.ResizeMessage.UnknownSize);
      }).observe(element);
    },
  };
}

/** The promise is kept when the styles count, and also when they cannot be had. */
function addStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = beside("widgets.css");
  return new Promise((done) => {
    link.onload = link.onerror = done;
    const theme = document.querySelector('link[rel="stylesheet"][href$="theme.css"], style[data-viv-style="theme.css"]');
    if (theme) theme.after(link);
    else document.head.prepend(link);
  });
}

// What goes wrong is said as text: the message may have anything in it.
base.ErrorWidgetView.prototype.render = function () {
  const { msg } = this.generateErrorMessage();
  this.el.className = "viv-notice";
  this.el.textContent = msg;
};
