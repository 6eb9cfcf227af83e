// A prompt: what a reader enters becomes a cell above it and runs.
import { beside } from "./addresses.js";
import { isComplete } from "./entering.js";
import { PastInputs } from "./past-inputs.js";

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LINK_LASTS = 60_000; // Milliseconds; a browser may ask its user first.
const COPIED = 1500;

/**
 * @param prompt the cell that is one
 * @param page the page's kernel and texts
 */
export async function startRepl(prompt, page) {
  style("repl.css");
  return new Repl(prompt, page, await import("./codemirror.js"));
}

class Repl {
  #prompt;
  #kernel;
  #texts;
  #editing;
  #log = element("div", { class: "viv-repl-log", role: "log", "aria-live": "off" });
  #said = element("p", { class: "viv-repl-said", role: "status" });
  #bar = element("div", { class: "viv-repl-bar", role: "toolbar" });
  #past = new PastInputs(`viv-repl ${location.pathname} ${document.querySelectorAll("viv-cell").length}`);
  #count = 0;
  #variables;

  constructor(prompt, { kernel, texts }, editing) {
    this.#prompt = prompt;
    this.#kernel = kernel;
    this.#texts = texts;
    this.#editing = editing;
    this.#log.setAttribute("aria-label", texts["repl-log"]);
    prompt.before(this.#log);
    prompt.after(this.#said, this.#bar);
    this.#fillBar();
    // Keys are taken before the editor has them; a cell that is run is entered instead.
    prompt.addEventListener("keydown", (event) => this.#onKey(event), { capture: true });
    prompt.addEventListener("viv:run", (event) => {
      if (event.target !== prompt) return;
      event.preventDefault();
      this.#enter();
    });
    this.#log.addEventListener("viv:done", () => {
      this.#variables?.refresh();
      this.#follow();
    });
    this.#log.addEventListener("viv:output", () => this.#follow());
    // A prompt is there to be written into: it need not wait for a touch to become an editor.
    prompt.querySelector(".viv-source").dispatchEvent(new PointerEvent("pointerenter"));
    this.#obeyAddress(new URLSearchParams(location.search));
  }

  get #editor() {
    const dom = this.#prompt.querySelector(".cm-editor");
    return dom && this.#editing.EditorView.findFromDOM(dom);
  }

  // The address

  async #obeyAddress(wanted) {
    const theme = wanted.get("theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.vivTheme = theme;
    const code = wanted.get("code");
    if (code) this.#prompt.code = code;
    const names = wanted.getAll("packages").flatMap((list) => list.split(",")).filter(Boolean);
    if (names.length) await this.#install(names);
    // Nobody's code runs because somebody opened a link, unless the author of the page wants that.
    if (code && wanted.get("run") === "1" && "runLinks" in this.#prompt.dataset) this.#enter();
  }

  /** Makes packages of the site ready, and no others. */
  async #install(names) {
    const wrong = names.find((name) => !NAME.test(name));
    if (wrong) return this.#say(this.#text("repl-no-package", wrong));
    const call = `await __import__("vivarium.installing").installing.provide(${JSON.stringify(names)})`;
    const { outputs, status } = await this.#kernel.run(call);
    const error = outputs.find((output) => output.output_type === "error");
    if (status === "done") this.#say(this.#text("repl-packages", names.join(", ")));
    else this.#say(error?.evalue ?? status);
  }

  // Keys

  #onKey(event) {
    const view = this.#editor;
    if (!view || !view.contentDOM.contains(event.target) || event.isComposing || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && event.shiftKey && !isCommand) this.#take(event, () => this.#newLine(view));
    else if (event.key === "Enter" && (isCommand || this.#isToEnter(view))) this.#take(event, () => this.#enter());
    else if (event.key === "ArrowUp" && !isCommand && !event.shiftKey) this.#recall(event, view, -1);
    else if (event.key === "ArrowDown" && !isCommand && !event.shiftKey) this.#recall(event, view, 1);
    else if (event.key === "l" && event.ctrlKey && !event.shiftKey) this.#take(event, () => this.#clear());
    else if (event.key === "c" && event.ctrlKey && view.state.selection.main.empty) this.#stopRunning(event);
  }

  #take(event, action) {
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  #newLine(view) {
    const line = view.state.doc.lineAt(view.state.selection.main.head);
    const indent = /^[ \t]*/.exec(line.text)[0] + (/:\s*$/.test(line.text) ? "    " : "");
    view.dispatch(view.state.replaceSelection(`\n${indent}`), { scrollIntoView: true });
  }

  /** Whether Enter ends what is written, rather than a line of it. */
  #isToEnter(view) {
    const { head, empty } = view.state.selection.main;
    const { doc } = view.state;
    if (!empty || !isComplete(doc.toString())) return false;
    const chosen = view.dom.querySelector(".cm-tooltip-autocomplete [aria-selected]:not([aria-selected=false]) .cm-completionLabel");
    if (chosen && !doc.sliceString(0, head).endsWith(chosen.textContent)) return false; // It completes the word.
    return !doc.sliceString(head).trim() || doc.lines === 1;
  }

  #recall(event, view, direction) {
    const { head, empty } = view.state.selection.main;
    const { doc } = view.state;
    const line = doc.lineAt(head).number;
    const isAtEdge = direction < 0 ? line === 1 : line === doc.lines;
    if (!empty || !isAtEdge || view.dom.querySelector(".cm-tooltip-autocomplete")) return;
    const text = direction < 0 ? this.#past.before(doc.toString()) : this.#past.after(doc.toString());
    if (text !== undefined) this.#take(event, () => this.#write(text));
  }

  #stopRunning(event) {
    const running = [...this.#log.querySelectorAll("viv-cell")].filter((cell) => isBusy(cell.state));
    if (running.length) this.#take(event, () => running.reverse().forEach((cell) => cell.stop()));
  }

  // The cells

  #write(text) {
    this.#prompt.code = text;
    const view = this.#editor;
    if (!view) return;
    view.dispatch({ selection: { anchor: view.state.doc.length }, scrollIntoView: true });
    view.focus();
  }

  #enter() {
    const code = this.#prompt.code.replace(/\s+$/, "");
    if (!code) return;
    this.#said.textContent = "";
    this.#past.add(code);
    const cell = this.#cellOf(code);
    this.#log.append(cell);
    cell.run();
    this.#write("");
    this.#follow();
  }

  #cellOf(code) {
    const cell = element("viv-cell", { class: "viv-repl-entry", "data-readonly": "", "data-toolbar": "run" });
    do cell.id = `in-${++this.#count}`;
    while (document.getElementById(cell.id));
    const { env, fig, timelimit } = this.#prompt.dataset;
    Object.assign(cell.dataset, env && { env }, fig && { fig }, timelimit && { timelimit });
    const text = element("code", { class: "language-python" }, this.#editing.highlighted(code));
    cell.append(element("pre", { class: "viv-source" }, text), element("div", { class: "viv-output", "aria-live": "polite" }));
    return cell;
  }

  /** Keeps the prompt in sight while its reader is in it. */
  #follow() {
    if (!this.#prompt.contains(document.activeElement)) return;
    requestAnimationFrame(() => this.#bar.scrollIntoView({ block: "nearest" }));
  }

  #clear() {
    for (const each of [...this.#log.children]) if (!isBusy(each.state)) each.remove();
    this.#write(this.#prompt.code);
  }

  // The bar

  #fillBar() {
    this.#bar.setAttribute("aria-label", this.#text("repl-bar"));
    this.#button("repl-previous", this.#text("repl-previous"), () => this.#writeRecalled(this.#past.before(this.#prompt.code)), "↑");
    this.#button("repl-next", this.#text("repl-next"), () => this.#writeRecalled(this.#past.after(this.#prompt.code)), "↓");
    const variables = this.#button("variables", this.#text("variables"), () => this.#toggleVariables(variables));
    variables.setAttribute("aria-expanded", "false");
    const copy = this.#button("repl-copy", this.#text("repl-copy"), () => this.#copy(copy));
    this.#button("repl-download", this.#text("repl-download"), () => this.#download());
    this.#button("repl-clear", this.#text("repl-clear"), () => this.#clear());
    this.#button("repl-restart", this.#text("repl-restart"), () => this.#restart());
  }

  #button(name, text, action, mark) {
    const button = element("button", { type: "button", "data-repl": name }, mark ?? text);
    if (mark) {
      button.setAttribute("aria-label", text);
      button.title = text;
    }
    button.addEventListener("click", action);
    this.#bar.append(button);
    return button;
  }

  #writeRecalled(text) {
    if (text !== undefined) this.#write(text);
  }

  async #toggleVariables(button) {
    if (!this.#variables) {
      const { variablesPanel } = await import("./variables.js");
      this.#variables = variablesPanel({ ask: () => this.#kernel.variables(this.#prompt.dataset), texts: this.#texts });
      this.#variables.element.hidden = true;
      this.#bar.after(this.#variables.element);
    }
    const panel = this.#variables.element;
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    await this.#variables.refresh();
    panel.scrollIntoView({ block: "nearest" });
  }

  #script() {
    return [...this.#log.querySelectorAll("viv-cell")].map((cell) => `${cell.code}\n`).join("\n");
  }

  async #copy(button) {
    await navigator.clipboard.writeText(this.#script());
    button.textContent = this.#text("copied");
    setTimeout(() => void (button.textContent = this.#text("repl-copy")), COPIED);
  }

  #download() {
    const url = URL.createObjectURL(new Blob([this.#script()], { type: "text/x-python" }));
    const name = location.pathname.split("/").pop().replace(/\.html?$/, "") || "repl";
    element("a", { href: url, download: `${name}.py` }).click();
    setTimeout(() => URL.revokeObjectURL(url), LINK_LASTS);
  }

  #restart() {
    this.#kernel.restart();
    this.#say(this.#text("repl-restarted"));
    this.#write(this.#prompt.code);
  }

  #say(text) {
    this.#said.textContent = text;
  }

  #text(key, value = "") {
    return this.#texts[key].replace("{0}", value);
  }
}

function isBusy(state) {
  return ["starting", "queued", "running", "input"].includes(state);
}

function style(name) {
  document.head.append(element("link", { rel: "stylesheet", href: beside(name) }));
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
