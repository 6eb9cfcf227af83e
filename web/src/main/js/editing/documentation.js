// What a name means: where the pointer rests, and with Shift+Tab.
import { closeCompletion } from "@codemirror/autocomplete";
import { indentLess } from "@codemirror/commands";
import { Prec } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap } from "@codemirror/view";
import { ask } from "./asking.js";
import { boxAt, float, floated, sink } from "./floating.js";
import { documented, element } from "./markup.js";

const KIND = "documentation";
const REST = 450; // Milliseconds the pointer rests.

/** Documentation on hover, and on Shift+Tab where that does not dedent. */
export function documenting(assistant) {
  return [
    hoverTooltip((view, pos) => hovered(view, assistant, pos), { hoverTime: REST, hideOnChange: true }),
    Prec.high(keymap.of([{ key: "Shift-Tab", run: (view) => documentOrDedent(view, assistant) }])),
    EditorView.updateListener.of(({ view, docChanged, selectionSet }) => {
      if ((docChanged || selectionSet) && floated(view.state, KIND)) setTimeout(() => hide(view));
    }),
  ];
}

async function hovered(view, assistant, pos) {
  const answer = await ask(assistant, "hover", view.state.doc.toString(), pos);
  return answer ? { ...boxAt(answer.from, documented(answer)), end: answer.to } : null;
}

/** In the indentation, and with a selection, Shift+Tab dedents; pressed once more, it goes into the box that it opened. */
function documentOrDedent(view, assistant) {
  closeCompletion(view);
  const shown = floated(view.state, KIND);
  if (shown) {
    shown.dom.focus();
    return true;
  }
  const { state } = view;
  const { ranges, main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const isIndentation = /^\s*$/.test(state.sliceDoc(line.from, main.head));
  if (ranges.length > 1 || !main.empty || isIndentation) return indentLess(view);
  document(view, assistant);
  return true;
}

async function document(view, assistant) {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const answer = await ask(assistant, "documentation", doc.toString(), head);
  if (view.state.doc !== doc || view.state.selection.main.head !== head) return;
  if (answer) show(view, answer);
  else if (answer === null) indentLess(view);
  else show(view, { from: head, title: view.state.phrase("Python is not free to answer now."), text: "" });
}

function show(view, answer) {
  const dom = element("div", "viv-documentation-box", documented(answer));
  dom.tabIndex = 0;
  dom.setAttribute("role", "dialog");
  dom.setAttribute("aria-label", view.state.phrase("Documentation"));
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    view.focus();
    sink(view);
  });
  const effects = [
    float.of({ kind: KIND, tooltip: { ...boxAt(answer.from, dom), dom } }),
    EditorView.announce.of(`${answer.title}. ${answer.text.split("\n\n")[0]}`),
  ];
  view.dispatch({ effects });
}

function hide(view) {
  if (floated(view.state, KIND)) view.dispatch({ effects: float.of({ kind: KIND }) });
}
