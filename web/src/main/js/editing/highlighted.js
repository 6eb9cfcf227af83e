// Python as it looks in an editor, without one.
import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";

/** The highlighted code, with the class names that editors and built pages use. */
export function highlighted(code) {
  const lines = document.createDocumentFragment();
  const add = (text, classes) => {
    if (!classes) return lines.append(text);
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = text;
    return lines.append(span);
  };
  highlightCode(code, pythonLanguage.parser.parse(code), classHighlighter, add, () => lines.append("\n"));
  return lines;
}
