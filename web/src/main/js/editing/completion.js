// What could be written at the caret: from Python, and from the text of the cells.
import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  insertCompletionText,
  selectedCompletion,
  startCompletion,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { ask } from "./asking.js";
import { documented } from "./markup.js";
import { isBuiltin, namesHere, namesOf, wordsOfPython } from "./names.js";

const WORD = /[\p{L}_][\p{L}\p{N}_]*$/u;
const IMPORT = /^\s*(?:from|import)\s/;
const SHORTEST = 2; // Letters of a name before anything is offered unasked.
const DELAY = 60; // Milliseconds after a key.
const BOOST = { argument: 3, key: 3, keyword: -1 };
const EXPLAINED = new Set(["class", "function", "namespace", "property"]);

/** Completion while typing and with Ctrl+Space. */
export function completing(assistant) {
  return [
    autocompletion({
      override: [(context) => complete(assistant, context)],
      activateOnTypingDelay: DELAY,
      filterStrict: true,
      defaultKeymap: false,
      tooltipClass: () => "viv-completion",
    }),
    Prec.highest(
      keymap.of([
        ...completionKeymap.filter(({ key }) => key !== "Enter" && key !== "Escape"),
        { key: "Enter", run: acceptUnlessWritten },
        { key: "Tab", run: acceptCompletion },
      ]),
    ),
  ];
}

/** Enter begins a new line where nothing is left to complete. */
function acceptUnlessWritten(view) {
  const chosen = completionStatus(view.state) === "active" && selectedCompletion(view.state);
  if (!chosen) return false;
  const { head } = view.state.selection.main;
  if (view.state.sliceDoc(head - chosen.label.length, head) !== chosen.label) return acceptCompletion(view);
  closeCompletion(view);
  return false;
}

async function complete(assistant, context) {
  const { state, pos, explicit } = context;
  const before = state.sliceDoc(state.doc.lineAt(pos).from, pos);
  const [word] = WORD.exec(before) ?? [""];
  const isMember = /\.\s*$/.test(before.slice(0, before.length - word.length));
  const inside = syntaxTree(state).resolveInner(pos, -1).name;
  const isText = /String/.test(inside);
  const isImport = IMPORT.test(before);
  if (inside === "Comment" || (!explicit && word.length < SHORTEST && !isMember && !isText && !isImport)) return null;
  const code = state.doc.toString();
  const answer = await ask(assistant, "completion", code, pos);
  if (context.aborted || (context.view && !context.view.hasFocus)) return null;
  const from = answer?.from ?? pos - word.length;
  const options = (answer?.options ?? []).map(([label, type]) => option(assistant, code, from, label, type, answer.closing));
  if (!isMember && !isText && !isImport) addNames(assistant, options, state, word, !answer);
  if (!options.length) return null;
  return { from, options, validFor: isText ? undefined : (text) => continues(word, text) };
}

/** Whether what was offered for a word has all that fits a longer one; names that begin with an underscore want to be asked for. */
function continues(word, text) {
  const isLonger = text.toLowerCase().startsWith(word.toLowerCase());
  return isLonger && /^[\p{L}\p{N}_]*$/u.test(text) && word.startsWith("_") === text.startsWith("_");
}

function addNames(assistant, options, state, word, isAlone) {
  const known = new Set(options.map(({ label }) => label));
  const add = ({ label, type }, boost) => {
    if (known.has(label) || (label.startsWith("_") && !word.startsWith("_"))) return;
    known.add(label);
    options.push({ label, type, boost });
  };
  for (const name of namesHere(state, state.selection.main.head)) add(name, 1);
  if (!isAlone) return;
  for (const code of JSON.parse(assistant.otherCells())) for (const name of namesOf(code)) add(name, 1);
  for (const name of wordsOfPython()) add(name, name.type === "keyword" ? BOOST.keyword : 0);
}

function option(assistant, code, from, label, type, closing) {
  const made = { label, type, boost: BOOST[type] ?? (isBuiltin(label) ? -1 : 0) };
  if (closing) made.apply = (view, _, from, to) => applyClosed(view, label, closing, from, to);
  if (type === "folder") made.apply = (view, _, from, to) => applyFolder(view, label, from, to);
  if (EXPLAINED.has(type)) made.info = () => explain(assistant, code, from, label);
  return made;
}

/** Writes a key and what closes it, as far as that is not there yet. */
function applyClosed(view, label, closing, from, to) {
  const after = view.state.sliceDoc(to, to + closing.length);
  let there = 0;
  while (there < after.length && after[there] === closing[there]) there++;
  const insert = label + closing;
  view.dispatch({
    changes: { from, to: to + there, insert },
    selection: { anchor: from + insert.length },
    userEvent: "input.complete",
  });
}

function applyFolder(view, label, from, to) {
  view.dispatch(insertCompletionText(view.state, label, from, to));
  startCompletion(view);
}

/** The documentation of an entry: that of the code with it in its place. */
async function explain(assistant, code, from, label) {
  const answer = await ask(assistant, "documentation", code.slice(0, from) + label, from + label.length);
  return answer ? documented({ ...answer, text: answer.text.split("\n\n")[0] }) : null;
}
