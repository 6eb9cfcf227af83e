// How the function is called whose arguments are being written.
import { ViewPlugin } from "@codemirror/view";
import { ask } from "./asking.js";
import { boxAt, float, floated } from "./floating.js";
import { element } from "./markup.js";

const KIND = "signature";

/** Shows the parameters after an opening parenthesis or a comma, for as long as the caret is in the call. */
export function signing(assistant) {
  return ViewPlugin.define((view) => ({
    update(update) {
      if (update.focusChanged && !view.hasFocus) hide(view);
      else if (opens(update) || (floated(view.state, KIND) && (update.docChanged || update.selectionSet))) show(view, assistant);
    },
  }));
}

function opens({ transactions, docChanged, state }) {
  const { head, empty } = state.selection.main;
  if (!docChanged || !empty || !transactions.some((transaction) => transaction.isUserEvent("input.type"))) return false;
  return /[(,]$/.test(state.sliceDoc(head - 1, head));
}

async function show(view, assistant) {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const answer = await ask(assistant, "signature", doc.toString(), head);
  const { state } = view;
  if (state.doc !== doc || state.selection.main.head !== head) return; // A later question is on its way.
  const shown = floated(state, KIND);
  if (answer) view.dispatch({ effects: float.of({ kind: KIND, tooltip: boxAt(answer.from, box(answer)) }) });
  else if (shown) hideNow(view);
}

/** Not in the midst of an update. */
function hide(view) {
  if (floated(view.state, KIND)) setTimeout(() => hideNow(view));
}

function hideNow(view) {
  view.dispatch({ effects: float.of({ kind: KIND }) });
}

function box({ name, parameters, active, returns, summary }) {
  const parts = parameters.flatMap((text, index) => [
    index ? ", " : "",
    index === active ? element("b", "viv-parameter", text) : text,
  ]);
  const code = element("code", "viv-documentation-title", `${name}(`, ...parts, returns ? `) -> ${returns}` : ")");
  const made = element("div", "viv-signature", code);
  if (summary) made.append(element("div", "viv-documentation-text", summary));
  return made;
}
