// What the build runs in V8: code to highlighted HTML with the editor's own grammars, TeX to HTML.
import { cppLanguage } from "@codemirror/lang-cpp";
import { cssLanguage } from "@codemirror/lang-css";
import { htmlLanguage } from "@codemirror/lang-html";
import { javaLanguage } from "@codemirror/lang-java";
import { javascriptLanguage, jsxLanguage, tsxLanguage, typescriptLanguage } from "@codemirror/lang-javascript";
import { jsonLanguage } from "@codemirror/lang-json";
import { markdownLanguage } from "@codemirror/lang-markdown";
import { pythonLanguage } from "@codemirror/lang-python";
import { rustLanguage } from "@codemirror/lang-rust";
import { StandardSQL } from "@codemirror/lang-sql";
import { yamlLanguage } from "@codemirror/lang-yaml";
import { StreamLanguage } from "@codemirror/language";
import { diff } from "@codemirror/legacy-modes/mode/diff";
import { dockerFile } from "@codemirror/legacy-modes/mode/dockerfile";
import { go } from "@codemirror/legacy-modes/mode/go";
import { julia } from "@codemirror/legacy-modes/mode/julia";
import { r } from "@codemirror/legacy-modes/mode/r";
import { ruby } from "@codemirror/legacy-modes/mode/ruby";
import { shell } from "@codemirror/legacy-modes/mode/shell";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import katex from "katex";

export { latex, markdown } from "./markdown.js";

const languages = new Map(Object.entries({
  bash: StreamLanguage.define(shell),
  c: cppLanguage,
  cpp: cppLanguage,
  css: cssLanguage,
  diff: StreamLanguage.define(diff),
  dockerfile: StreamLanguage.define(dockerFile),
  go: StreamLanguage.define(go),
  html: htmlLanguage,
  java: javaLanguage,
  javascript: javascriptLanguage,
  json: jsonLanguage,
  jsx: jsxLanguage,
  julia: StreamLanguage.define(julia),
  markdown: markdownLanguage,
  python: pythonLanguage,
  r: StreamLanguage.define(r),
  ruby: StreamLanguage.define(ruby),
  rust: rustLanguage,
  sql: StandardSQL.language,
  toml: StreamLanguage.define(toml),
  tsx: tsxLanguage,
  typescript: typescriptLanguage,
  yaml: yamlLanguage,
}));

const aliases = new Map(Object.entries({
  "c++": "cpp", console: "bash", docker: "dockerfile", golang: "go", js: "javascript", md: "markdown",
  py: "python", python3: "python", rb: "ruby", rs: "rust", sh: "bash", shell: "bash", ts: "typescript",
  xml: "html", yml: "yaml", zsh: "bash",
}));

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (c) => entities[c]);

export function highlight(name, code) {
  const language = languages.get(aliases.get(name.toLowerCase()) ?? name.toLowerCase());
  if (language === undefined) return escape(code);
  let html = "";
  highlightCode(
    code,
    language.parser.parse(code),
    classHighlighter,
    (text, classes) => {
      html += classes ? `<span class="${classes}">${escape(text)}</span>` : escape(text);
    },
    () => {
      html += "\n";
    },
  );
  return html;
}

export function math(tex, display) {
  try {
    return { html: katex.renderToString(tex, { displayMode: display, output: "htmlAndMathml", strict: false }) };
  } catch (error) {
    if (error instanceof katex.ParseError) return { problem: error.rawMessage ?? error.message };
    throw error;
  }
}
