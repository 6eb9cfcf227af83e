// The module a page loads, and the one that an author's own scripts import.
import { kernel as kernelOfPage, start } from "./page.js";
import { sharing, startWorker } from "./urgent.js";

const loaders = {
  editor: () => import("./codemirror.js"),
  reveal: () => import("./reveal.js"),
  sanitizer: () => import("./dompurify.js"),
  typesetter: (folder) => import(`${folder}markdown.js`),
  worker: () => {
    const early = window.vivariumWorker;
    delete window.vivariumWorker;
    return early ? sharing(early) : startWorker(new URL("./kernel-worker.js", import.meta.url));
  },
};

start(loaders, (create) => {
  class VivCell extends HTMLElement {
    #behaviour;
    connectedCallback() {
      this.#behaviour ??= create(this);
      this.#behaviour.connected();
    }
    run() {
      this.#behaviour.run();
    }
    stop() {
      this.#behaviour.stop();
    }
    reset() {
      this.#behaviour.reset();
    }
    get code() {
      return this.#behaviour.code();
    }
    set code(text) {
      this.#behaviour.setCode(String(text));
    }
    get state() {
      return this.getAttribute("state");
    }
  }
  customElements.define("viv-cell", VivCell);
});

/** The live cells of the page; each has `run()`, `stop()`, `reset()`, `code` and `state`. */
export const cells = {
  all: () => Array.from(document.querySelectorAll("viv-cell")),
  get: (id) => document.querySelector(`viv-cell[id="${CSS.escape(id)}"]`),
};

/** The page's Python: `kernel.state`, `kernel.start()`, `kernel.stop()`. */
export const kernel = {
  get state() {
    return kernelOfPage().getState();
  },
  start: () => kernelOfPage().start(),
  stop: () => kernelOfPage().stop(),
};
