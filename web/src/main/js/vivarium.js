// The module a page loads, and the one that an author's own scripts import; vivarium.d.ts has its types.
import { kernel as kernelOfPage, start } from "./page.js";
import { listenToButtons } from "./buttons.js";
import { loadersWith } from "./loaders.js";
import { Outputs } from "./outputs.js";
import { listenToFiles } from "./reader-files.js";
import { textsOfPage } from "./texts.js";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const texts = await textsOfPage();

/** What each cell wrote in its last run. */
const written = new WeakMap();

start(loadersWith(listenToFiles(texts), texts), texts, (create) => {
  class VivCell extends HTMLElement {
    #behaviour;
    #outputs = new Outputs();
    connectedCallback() {
      if (!this.#behaviour) {
        this.#behaviour = create(this);
        this.addEventListener("viv:state", ({ detail }) => this.#begin(detail.state));
        this.addEventListener("viv:output", ({ detail }) => this.#outputs.add(detail.output));
        this.addEventListener("viv:clear", ({ detail }) => this.#outputs.clear(detail.wait));
        written.set(this, this.#outputs);
      }
      this.#behaviour.connected();
    }
    run() {
      return new Promise((resolve) => this.#behaviour.run(() => resolve(this.#ended())));
    }
    stop() {
      this.#behaviour.stop();
    }
    reset() {
      this.#behaviour.reset();
    }
    clear() {
      this.#behaviour.clear();
      this.#outputs.clear(false);
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
    get outputs() {
      return this.#outputs.copy();
    }
    #begin(state) {
      if (state === "starting" || state === "queued") this.#outputs.clear(false);
    }
    /** A run that a listener prevented, and one that was reset, never say that they are done. */
    #ended() {
      const result = (status, milliseconds) => ({ status, milliseconds, outputs: this.outputs });
      if (!isBusy(this.state)) return Promise.resolve(result("prevented", 0));
      return new Promise((resolve) => {
        const end = ({ type, detail }) => {
          if (type === "viv:state" && detail.state !== "ready") return;
          this.removeEventListener("viv:done", end);
          this.removeEventListener("viv:state", end);
          resolve(type === "viv:done" ? result(detail.status, detail.milliseconds) : result("stopped", 0));
        };
        this.addEventListener("viv:done", end);
        this.addEventListener("viv:state", end);
      });
    }
  }
  customElements.define("viv-cell", VivCell);
});

listenToButtons(texts);

for (const prompt of document.querySelectorAll("viv-cell[data-repl]")) {
  import("./repl.js").then(({ startRepl }) => startRepl(prompt, { kernel, texts }));
}

function isBusy(state) {
  return !["static", "ready", "done", "failed", "stopped"].includes(state);
}

document.addEventListener("viv:update", ({ detail }) => {
  for (const cell of cells.all()) written.get(cell)?.update(detail.output);
});

/** The live cells of the page. */
export const cells = {
  all: () => Array.from(document.querySelectorAll("viv-cell")),
  get: (id) => document.querySelector(`viv-cell[id="${CSS.escape(id)}"]`),
};

/** The page's Python. */
export const kernel = {
  get state() {
    return kernelOfPage().getState();
  },
  start: () => kernelOfPage().start(),
  stop: () => kernelOfPage().stop(),
  restart: () => {
    kernelOfPage().stop();
    kernelOfPage().start();
  },
  run: (code, { env = "main" } = {}) =>
    new Promise((resolve) => {
      const outputs = new Outputs();
      const update = ({ detail }) => outputs.update(detail.output);
      document.addEventListener("viv:update", update);
      kernelOfPage().run(String(code), String(env), (event, text, milliseconds) => {
        if (event === "output") {
          const [output] = JSON.parse(text);
          if (output.traceback) output.traceback = output.traceback.split("\n");
          outputs.add(output);
        } else if (event === "clear") {
          outputs.clear(text === "wait");
        } else {
          document.removeEventListener("viv:update", update);
          resolve({ status: event, milliseconds, outputs: outputs.copy(), reason: text });
        }
      });
    }),
  variables: ({ env = "main" } = {}) =>
    new Promise((resolve) => {
      kernelOfPage().ask("variables", String(env), (json) => resolve(json === "busy" ? null : JSON.parse(json)));
    }),
  async get(name, options) {
    const outputs = await exchange(`get(globals(), ${literal(name)})`, options);
    const shown = outputs.find((output) => output.data);
    return JSON.parse(shown.data["application/json"]);
  },
  async set(name, value, options) {
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError("This value has no JSON.");
    await exchange(`put(globals(), ${literal(name)}, ${JSON.stringify(text)})`, options);
  },
};

/** JSON's strings are Python's as well. */
function literal(name) {
  if (!NAME.test(name)) throw new TypeError(`${name} is no name of a variable.`);
  return JSON.stringify(name);
}

async function exchange(call, options) {
  const { status, outputs, reason } = await kernel.run(`__import__("vivarium.exchange").exchange.${call}`, options);
  if (status === "done") return outputs;
  const error = outputs.find((output) => output.output_type === "error");
  throw new Error(error ? `${error.ename}: ${error.evalue}` : reason || `Python was ${status}.`);
}
