// Syntax errors, underlined while a reader writes: not where they are writing, and not before they pause.
import { diagnosticCount, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorView, keymap, ViewPlugin } from "@codemirror/view";
import { ask } from "./asking.js";

const PAUSE = 700; // Milliseconds without a change.

/** Underlines the first syntax error of what a reader wrote; F8 goes to it. */
export function checking(assistant) {
  return [
    ViewPlugin.define((view) => new Checker(view, assistant)),
    EditorView.contentAttributes.of(({ state }) => (diagnosticCount(state) ? { "aria-invalid": "true" } : null)),
    keymap.of([{ key: "F8", run: nextDiagnostic }]),
  ];
}

class Checker {
  #view;
  #assistant;
  #timer;
  #error = null;
  #shown = false;
  #isDestroyed = false;

  constructor(view, assistant) {
    this.#view = view;
    this.#assistant = assistant;
  }

  update(update) {
    if (update.docChanged) {
      this.#error = null; // What is underlined stays where it is until the next look.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#check(), PAUSE);
    } else if (this.#error && (update.selectionSet || update.focusChanged)) {
      setTimeout(() => this.#show());
    }
  }

  destroy() {
    this.#isDestroyed = true;
    clearTimeout(this.#timer);
  }

  async #check() {
    const { doc } = this.#view.state;
    const answer = await ask(this.#assistant, "syntax", doc.toString(), 0);
    if (this.#isDestroyed || this.#view.state.doc !== doc) return;
    this.#error = answer ?? null;
    this.#show();
  }

  #show() {
    if (this.#isDestroyed) return;
    const { state } = this.#view;
    const error = this.#error && !isBeingWritten(state, this.#view.hasFocus, this.#error) ? this.#error : null;
    if (!error && !this.#shown) return;
    const isNew = error && !this.#shown;
    this.#shown = Boolean(error);
    const update = setDiagnostics(state, error ? [diagnostic(error)] : []);
    const effects = isNew ? [update.effects, EditorView.announce.of(error.message)].flat() : update.effects;
    this.#view.dispatch({ ...update, effects });
  }
}

function diagnostic({ from, to, message }) {
  return { from, to, severity: "error", message: message[0].toUpperCase() + message.slice(1) };
}

/** Whether the reader has only not come to the end of what is wrong so far. */
function isBeingWritten(state, hasFocus, { from, to, unfinished }) {
  if (!hasFocus) return false;
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const isHere = from <= line.to && to >= line.from;
  if (isHere && (unfinished || to >= head)) return true;
  return unfinished && from < head && !state.sliceDoc(line.to).trim();
}
