// An editor for Python and everything it does for its reader.
import { closeBrackets, closeBracketsKeymap, closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { closeSearchPanel, search, searchKeymap, searchPanelOpen } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, rectangularSelection } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { completing } from "./completion.js";
import { documenting } from "./documentation.js";
import { floating, floats, sink } from "./floating.js";
import { checking } from "./problems.js";
import { signing } from "./signature.js";

const ONE_CELL = /^Mod-Alt-g$/; // A cell is too short for going to a line by its number.

/**
 * The extensions of an editor.
 *
 * @param assistant Java's `Assistant`
 */
export function editing(assistant, isReadOnly) {
  return [
    EditorState.phrases.of(JSON.parse(assistant.phrases())),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of("    "),
    bracketMatching(),
    closeBrackets(),
    python(),
    syntaxHighlighting(classHighlighter),
    severalCarets(),
    search({ top: true }),
    floating(),
    isReadOnly ? [] : [completing(assistant), signing(assistant), checking(assistant)],
    documenting(assistant),
    Prec.highest(keymap.of([{ key: "Escape", run: closeBoxes }])),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...searchKeymap.filter(({ key }) => !ONE_CELL.test(key)),
      indentWithTab,
    ]),
  ];
}

/** Alt and a click make one more caret; with Shift, a rectangle is drawn. */
function severalCarets() {
  return [
    EditorState.allowMultipleSelections.of(true),
    EditorView.clickAddsSelectionRange.of((event) => (event.altKey && !event.shiftKey) || event.ctrlKey || event.metaKey),
    rectangularSelection({ eventFilter: (event) => event.altKey && event.shiftKey && event.button === 0 }),
  ];
}

/** Whether something stands over the code that Escape closes. */
export function hasPopup(state) {
  return completionStatus(state) === "active" || floats(state) || searchPanelOpen(state);
}

/** Closes the list, also one that is on its way, and all boxes; returns whether any were to be seen. */
function closeBoxes(view) {
  const wasListed = completionStatus(view.state) === "active";
  closeCompletion(view);
  return sink(view) || wasListed;
}

/** Closes what stands over the code. */
export function closePopups(view) {
  closeBoxes(view);
  if (searchPanelOpen(view.state)) closeSearchPanel(view);
}
