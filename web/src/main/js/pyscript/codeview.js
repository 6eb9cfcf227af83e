// The code of an editor, with CodeMirror, in a shadow root: no style of the page reaches it but by custom properties and parts.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

const LINE = 1.5; // em
const STYLE = `
:host { display: block; color-scheme: light; }
:host([data-theme="dark"]) { color-scheme: dark; }
:host .cm-editor { background: var(--py-editor-background, light-dark(#fbfaf7, #1e2126)); color: var(--py-editor-color, light-dark(#22262c, #e4e2dc)); font-size: var(--py-editor-font-size, 0.9375rem); }
:host .cm-editor.cm-focused { outline: none; }
:host .cm-scroller { font-family: var(--py-editor-font, ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace); line-height: ${LINE}; }
:host .cm-editor .cm-content { padding: 0.6em 0; }
:host .cm-editor .cm-gutters { background: transparent; border: 0; color: light-dark(#767b82, #8d939b); }
:host .cm-editor .cm-activeLine { background: light-dark(#1d2b3a0a, #ffffff0a); }
:host .cm-editor .cm-cursor { border-left-color: currentColor; }
:host .cm-editor .cm-selectionBackground, :host .cm-editor.cm-focused .cm-selectionBackground { background: light-dark(#cfe0f4, #36506e) !important; }
.tok-keyword { color: light-dark(#8a2a62, #e59fc6); }
.tok-string, .tok-string2 { color: light-dark(#2c6336, #a5d3a2); }
.tok-number, .tok-bool, .tok-atom { color: light-dark(#9a4a00, #eab780); }
.tok-comment { color: light-dark(#676d75, #989fa8); font-style: italic; }
.tok-definition, .tok-className, .tok-typeName { color: light-dark(#1a4f8b, #9cc4f2); }
.tok-operator, .tok-punctuation { color: light-dark(#4b525b, #b9bec6); }
@media (forced-colors: active) { .cm-editor { forced-color-adjust: auto; } }
`;

/**
 * Shows code.
 *
 * @param place the element that gets the shadow root
 * @param options `{isReadOnly, rows, height, theme, run, changed}`: `rows` is the most lines that are seen at once
 * @returns an object with `code` and `focus()`
 */
export function codeView(place, code, { isReadOnly, rows, height, theme, run, changed }) {
  const root = place.attachShadow({ mode: "open" });
  place.dataset.theme = theme;
  const style = document.createElement("style");
  style.textContent = STYLE + measures(rows, height);
  root.append(style);
  const running = () => (run(), true);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: code,
      extensions: [
        Prec.highest(keymap.of(["Ctrl-Enter", "Cmd-Enter", "Shift-Enter"].map((key) => ({ key, run: running, preventDefault: true })))),
        keymap.of([{ key: "Tab", run: indentMore, shift: indentLess }, ...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap]),
        lineNumbers(),
        highlightActiveLine(),
        drawSelection(),
        history(),
        closeBrackets(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of("    "),
        python(),
        syntaxHighlighting(classHighlighter),
        EditorState.readOnly.of(Boolean(isReadOnly)),
        EditorView.contentAttributes.of({ "aria-label": "Python code", ...(isReadOnly && { "aria-readonly": "true" }) }),
        EditorView.editorAttributes.of({ part: "editor" }),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    }),
  });
  return {
    view,
    get code() {
      return view.state.doc.toString();
    },
    set code(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
  };
}

function measures(rows, height) {
  if (height) return `.cm-editor { height: ${CSS.supports("height", height) ? height : `${Number.parseFloat(height) || 10}em`}; }`;
  return rows ? `.cm-editor { max-height: calc(${rows * LINE}em + 1.2em); }` : "";
}
