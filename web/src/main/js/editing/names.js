// The names that code binds, read from its text.
import { CompletionContext } from "@codemirror/autocomplete";
import { globalCompletion, pythonLanguage } from "@codemirror/lang-python";
import { syntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";

const KEYWORDS = [
  ..."and as assert async await break case class continue def del elif else except finally for from global if".split(" "),
  ..."import in is lambda match nonlocal not or pass raise return try while with yield".split(" "),
];
const SCOPES = new Set(["FunctionDefinition", "ClassDefinition", "LambdaExpression"]);
const MOST_REMEMBERED = 200; // Cells.

const remembered = new Map();
let words;
let builtins;

/** The names that are bound in the code around the caret: those of the cell, and of the functions the caret is in. */
export function namesHere(state, caret) {
  return collected(syntaxTree(state), (from, to) => state.sliceDoc(from, to), caret);
}

/** The names that are bound at the top level of a cell. */
export function namesOf(code) {
  let names = remembered.get(code);
  if (!names) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    names = collected(pythonLanguage.parser.parse(code), (from, to) => code.slice(from, to), -1);
    remembered.set(code, names);
  }
  return names;
}

/** Python's keywords and built-in names, for as long as Python cannot say them itself. */
export function wordsOfPython() {
  words ??= [...KEYWORDS.map((label) => ({ label, type: "keyword" })), ...builtinNames()];
  return words;
}

/** Whether Python has this name in every program. */
export function isBuiltin(label) {
  builtins ??= new Set(builtinNames().map(({ label }) => label));
  return builtins.has(label);
}

/** The list that comes with CodeMirror, without its templates of statements. */
function builtinNames() {
  const { options } = globalCompletion(new CompletionContext(EditorState.create(), 0, true));
  return options.filter(({ type, apply }) => type !== "keyword" && !apply);
}

function collected(tree, text, caret) {
  const names = new Map();
  const bind = (node, type) => {
    const label = text(node.from, node.to);
    if (!(caret > node.from && caret <= node.to)) names.set(label, { label, type });
  };
  tree.iterate({
    enter(ref) {
      const { node, name } = ref;
      if (name === "FunctionDefinition" || name === "ClassDefinition") {
        const own = node.getChild("VariableName");
        if (own) bind(own, name === "ClassDefinition" ? "class" : "function");
      } else {
        BINDINGS[name]?.(node, bind);
      }
      return !SCOPES.has(name) || (caret > ref.from && caret <= ref.to);
    },
  });
  return Array.from(names.values());
}

/** By the statement: which of its names it binds. */
const BINDINGS = {
  AssignStatement(node, bind) {
    const operators = node.getChildren("AssignOp").concat(node.getChildren("TypeDef"));
    const last = Math.max(...operators.map(({ from }) => from), -1);
    for (let child = node.firstChild; child && child.from < last; child = child.nextSibling) bindTargets(child, bind);
  },
  NamedExpression: (node, bind) => bindTargets(node.firstChild, bind),
  ForStatement: bindUntilIn,
  ImportStatement(node, bind) {
    const isFrom = node.firstChild?.name === "from";
    for (let child = node.getChild("import")?.nextSibling; child; child = child.nextSibling) {
      const isBound = child.name === "VariableName" && child.nextSibling?.name !== "as";
      const isPart = child.prevSibling?.name === ".";
      if (isBound && !isPart) bind(child, isFrom ? "variable" : "namespace");
    }
  },
  ParamList(node, bind) {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "VariableName" && child.prevSibling?.name !== "AssignOp") bind(child, "variable");
    }
  },
  WithStatement: bindAfterAs,
  TryStatement: bindAfterAs,
  AsPattern: bindAfterAs,
  CapturePattern: (node, bind) => bindTargets(node.firstChild, bind),
};
for (const kind of ["Array", "", "Dictionary", "Set"]) {
  BINDINGS[`${kind}ComprehensionExpression`] = bindUntilIn;
}

function bindTargets(node, bind) {
  if (node?.name === "VariableName") bind(node, "variable");
  if (/^(Tuple|Array|Parenthesized)Expression$/.test(node?.name)) {
    for (let child = node.firstChild; child; child = child.nextSibling) bindTargets(child, bind);
  }
}

function bindUntilIn(node, bind) {
  let isTarget = false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === "for") isTarget = true;
    else if (child.name === "in") isTarget = false;
    else if (isTarget) bindTargets(child, bind);
  }
}

function bindAfterAs(node, bind) {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.prevSibling?.name === "as") bindTargets(child, bind);
  }
}
