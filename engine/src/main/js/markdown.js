// Markdown and text with TeX in it to HTML, when a site is built and on a page. What comes out has to be sanitised.
import { tex } from "@mdit/plugin-tex";
import katex from "katex";
import MarkdownIt from "markdown-it";
import splitAtDelimiters from "../../../../node_modules/katex/contrib/auto-render/splitAtDelimiters.ts";

const largest = 100; // em; a formula wider than any page could cover it.

const markup = new MarkdownIt({ html: true, linkify: true });
const escape = markup.utils.escapeHtml;
markup.use(tex, { render: (source, display) => (display ? `<p>${math(source, true)}</p>\n` : math(source, false)) });

// The plugin takes double dollars for mathematics where they stand alone on their lines; notebooks do so anywhere.
markup.inline.ruler.before("math_inline_dollar", "math_displayed", (state, silent) => {
  const end = state.src.startsWith("$$", state.pos) ? state.src.indexOf("$$", state.pos + 2) : -1;
  if (end <= state.pos + 2) return false;
  if (!silent) state.push("math_displayed", "math", 0).content = state.src.slice(state.pos + 2, end);
  state.pos = end + 2;
  return true;
});
markup.renderer.rules.math_displayed = (tokens, index) => math(tokens[index].content, true);
markup.block.ruler.before("math_block_dollar", "math_in_line", (state, line, end, silent) => {
  const text = state.getLines(line, line + 1, state.blkIndent, false).trim();
  const close = text.startsWith("$$") ? text.indexOf("$$", 2) : -1;
  if (close < 0 || close + 2 === text.length) return false;
  if (!silent) {
    state.push("paragraph_open", "p", 1);
    Object.assign(state.push("inline", "", 0), { content: text, children: [] });
    state.push("paragraph_close", "p", -1);
    state.line = line + 1;
  }
  return true;
});

const delimiters = [
  { left: "$$", right: "$$", display: true },
  { left: "$", right: "$", display: false },
  { left: "\\(", right: "\\)", display: false },
  { left: "\\[", right: "\\]", display: true },
  ...["equation", "align", "alignat", "gather", "multline", "CD"]
    .flatMap((name) => [name, `${name}*`])
    .map((name) => ({ left: `\\begin{${name}}`, right: `\\end{${name}}`, display: true })),
];

/** What is wrong is shown as it was written. */
function math(source, display) {
  try {
    return katex.renderToString(source, { displayMode: display, output: "htmlAndMathml", strict: false, maxSize: largest });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    return `<code class="language-tex" title="${escape(error.rawMessage ?? error.message)}">${escape(source)}</code>`;
  }
}

/** Markdown as notebooks have it: CommonMark with tables, strikethrough, bare links and TeX between dollars. */
export function markdown(text) {
  return markup.render(text);
}

/** Text with TeX between dollars, brackets or the ends of an environment. */
export function latex(text) {
  const parts = splitAtDelimiters(text, delimiters).map((part) =>
    part.type === "text" ? escape(part.data) : math(part.data, part.display),
  );
  return `<p>${parts.join("")}</p>`;
}
