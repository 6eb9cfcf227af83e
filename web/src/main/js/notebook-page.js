// The module that the page of a notebook loads.
import english from "../strings/notebook/en.json";
import { listenToButtons } from "./buttons.js";
import { loadersWith } from "./loaders.js";
import { start } from "./notebook.js";
import { listenToFiles } from "./reader-files.js";
import { textsOfPage, translated } from "./texts.js";

const texts = await textsOfPage();
const words = { ...english, ...(await translated(document.documentElement.lang.toLowerCase(), "notebook-")) };

start(loadersWith(listenToFiles(texts, words), texts), texts, words, (create) => {
  class VivCell extends HTMLElement {
    #behaviour;
    connectedCallback() {
      this.#behaviour ??= create(this);
      this.#behaviour.connected();
    }
    run() {
      this.#behaviour.run(() => {});
    }
    stop() {
      this.#behaviour.stop();
    }
    reset() {
      this.#behaviour.reset();
    }
    clear() {
      this.#behaviour.clear();
    }
    get code() {
      return this.#behaviour.code();
    }
    set code(text) {
      this.#behaviour.setCode(String(text));
    }
  }
  customElements.define("viv-cell", VivCell);
});

listenToButtons(texts);
