// Markdown and TeX that a cell makes, by the code that sets what is known when a site is built.
export { latex, markdown } from "../../../../engine/src/main/js/markdown.js";
