// What Java uses of CodeMirror.
export { Compartment, EditorState, Prec } from "@codemirror/state";
export { Decoration, EditorView, keymap } from "@codemirror/view";
export { highlighted } from "./editing/highlighted.js";
export { closePopups, editing, hasPopup } from "./editing/editing.js";
export { prose } from "./editing/prose.js";
