// Editors: code that a reader changes and runs.
import { mainConfiguration, ofAttribute } from "./configuration.js";
import { codeView } from "./codeview.js";
import { environmentOf } from "./environments.js";
import { CODES, Failure } from "./failures.js";
import { dedented } from "./hooks.js";
import { outputOf } from "./editoroutput.js";
import { write } from "./printing.js";
import { codeOf } from "./scripts.js";
import { find } from "./targets.js";

export * as core from "./codeview.js";

const RUN = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 4.5v15l12-7.5z" fill="currentColor"/></svg>';
const STOP = '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="6" y="6" width="12" height="12" rx="1.5" fill="currentColor"/></svg>';
const RESET =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6.5 8.5A7 7 0 1 1 5 13M6 4v5h5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>';
let count = 0;
const toConsole = Object.assign((text, isError) => write(text, isError, ""), { input: (text) => prompt(text) });

/** Makes an editor of a script; of one with `setup`, code that runs before the others of its environment. */
export async function edit(element, type) {
  element.type = `${type}-editor-active`;
  const ids = idsOf(element, type); // In the order of the page, whatever comes first.
  const environment = environmentFor(element, type);
  const code = (await codeOf(element)).trim();
  if (element.hasAttribute("setup")) {
    await environment.setup(code, toConsole);
    offer(element, { get: () => code, set: () => {} }, environment);
  } else {
    new Editor(element, type, code, environment, ids);
  }
  element.dispatchEvent(new Event(`${type}-editor`, { bubbles: true }));
}

/** The ids that pages know: an editor with a Python of its own takes one for that. */
function idsOf(element, type) {
  if (element.hasAttribute("setup")) return {};
  if (!element.hasAttribute("env")) count++;
  return { root: `${type}-editor-${count++}`, output: `${type}-editor-${count++}-output` };
}

function environmentFor(element, type) {
  const name = element.getAttribute("env");
  const given = element.getAttribute("config");
  const configuration = given ? () => ofAttribute(given, element.getAttribute("config-parser")) : undefined;
  const options = {
    configuration: configuration ?? (name ? undefined : () => mainConfiguration(type)),
    serviceWorker: element.getAttribute("service-worker") ?? undefined,
  };
  return environmentOf(name, type, options, element.hasAttribute("env-override"));
}

/** What JavaScript can do with an editor's element. */
function offer(element, code, environment, run) {
  Object.defineProperties(element, {
    code: { get: code.get, set: code.set, configurable: true },
    xworker: { get: () => environment.worker, configurable: true },
    process: {
      async value(text, asRun = false) {
        if (asRun && run) return run(text);
        if (await isRefused(element, text)) return undefined;
        return environment.run(dedented(text), "<process>", "", toConsole);
      },
      configurable: true,
    },
  });
}

/** Whether the page's own handler says that code should not run. */
async function isRefused(element, code) {
  if (!element.handleEvent) return false;
  return (await element.handleEvent({ type: "run", code, currentTarget: element, target: element })) === false;
}

class Editor {
  #element;
  #type;
  #original;
  #environment;
  #view;
  #output;
  #box;
  #ids;
  #isRunning = false;

  constructor(element, type, code, environment, ids) {
    this.#ids = ids;
    this.#element = element;
    this.#type = type;
    this.#original = code;
    this.#environment = environment;
    const root = this.#root();
    this.#build(root);
    const text = { get: () => this.#view.code, set: (value) => void (this.#view.code = value) };
    offer(element, text, environment, (given) => this.run(given));
    element.target = root;
  }

  #root() {
    const named = this.#element.getAttribute("target");
    const root = (named && find(named)) || document.createElement(`${this.#type}-editor`);
    if (named && !root.isConnected) {
      throw new Failure(CODES.notFound, `This editor's target="${named}" is not in the page.`);
    }
    root.id ||= this.#ids.root;
    root.setAttribute("exec-id", "0");
    root.setAttribute("root", root.id);
    root.style.display = "block";
    root.replaceChildren();
    if (!root.isConnected) this.#element.after(root);
    return root;
  }

  #build(root) {
    const element = this.#element;
    const prefix = `${this.#type}-editor`;
    const box = make("div", `${prefix}-box`);
    const name = element.getAttribute("env");
    box.dataset.env = `${this.#type === "py" ? "pyodide" : "micropython"}${name ? `-${name}` : ""}`;
    const theme = themeOf(element);
    box.dataset.theme = theme;
    const input = make("div", `${prefix}-input`);
    input.setAttribute("role", "group");
    input.setAttribute("aria-label", element.getAttribute("aria-label") ?? "Python Script Area");
    const place = make("div", `${prefix}-code`);
    this.#view = codeView(place, this.#original, {
      isReadOnly: element.hasAttribute("readonly"),
      rows: Number(element.getAttribute("rows")) || undefined,
      height: element.getAttribute("height") ?? undefined,
      theme,
      run: () => this.run(),
      changed: () => this.#showReset(),
    });
    const buttons = make("div", `${prefix}-buttons`);
    buttons.append(
      this.#button("reset", "Put back the code as it was", RESET, () => this.#reset()),
      this.#button("run", "Python Script Run Button", element.dataset.run || RUN, () => (this.#isRunning ? this.#stop() : this.run())),
    );
    input.append(buttons, place);
    const output = this.#outputElement(prefix);
    this.#output = outputOf(output);
    box.append(input);
    if (!output.isConnected) box.append(output);
    root.append(box);
    this.#box = box;
    this.#showReset();
  }

  #outputElement(prefix) {
    const id = this.#element.getAttribute("output");
    const named = id && find(id);
    const element = named || make("div", `${prefix}-output`);
    element.id ||= this.#ids.output;
    element.setAttribute("role", "log");
    element.setAttribute("aria-live", "polite");
    return element;
  }

  #button(kind, label, icon, act) {
    const button = make("button", `${this.#type}-editor-${kind}-button`);
    button.type = "button";
    button.dataset.kind = kind;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.innerHTML = icon;
    button.addEventListener("click", act);
    return button;
  }

  #showReset() {
    const button = this.#box?.querySelector('[data-kind="reset"]');
    if (button) button.hidden = this.#view.code === this.#original;
  }

  #reset() {
    this.#view.code = this.#original;
    this.#view.focus();
  }

  #show(isRunning) {
    this.#isRunning = isRunning;
    const button = this.#box.querySelector('[data-kind="run"]');
    const { run = RUN, stop = STOP } = this.#element.dataset;
    button.innerHTML = isRunning ? stop : run;
    button.classList.toggle(`${this.#type}-editor-stop-button`, isRunning);
    button.setAttribute("aria-label", isRunning ? "Python Script Stop Button" : "Python Script Run Button");
    button.title = isRunning ? "Stop" : "Run (Ctrl+Enter)";
    this.#box.toggleAttribute("data-running", isRunning);
  }

  /** Runs the code, unless the page's own handler says that it should not. */
  async run(given) {
    if (this.#isRunning) return;
    const element = this.#element;
    const code = given ?? this.#view.code;
    if (await isRefused(element, code)) return;
    this.#output.clear();
    this.#show(true);
    try {
      const before = element.getAttribute("onbeforerun");
      if (before) await this.#execute(before, "<onbeforerun>");
      await this.#execute(dedented(code), element.id ? `#${element.id}` : "<editor>");
    } catch (error) {
      this.#output(`${error.message}\n`, true);
    } finally {
      this.#show(false);
      element.dispatchEvent(new Event("py-editor:done", { bubbles: true }));
    }
  }

  #execute(code, name) {
    return this.#environment.run(code, name, this.#output.target, this.#output);
  }

  async #stop() {
    const isKept = await this.#environment.stop();
    if (!isKept) this.#output("Stopped. Python was busy and had to be ended: its variables are gone.\n", true);
  }
}

/** Light where the page is light: an editor on a white page is not dark since its reader's system is. */
function themeOf(element) {
  const given = element.getAttribute("theme");
  if (given === "light" || given === "dark") return given;
  const { colorScheme } = getComputedStyle(document.documentElement);
  const takesDark = /dark/.test(colorScheme);
  const takesLight = /light/.test(colorScheme) || !takesDark;
  return takesDark && (!takesLight || matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light";
}

function make(name, className) {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
