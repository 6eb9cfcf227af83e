// HTML that comes from cells, without what could act on the page.
import { DOMPurify } from "./dompurify.js";

const LINE = ["a", "abbr", "b", "code", "em", "i", "img", "li", "ol", "span", "strong", "sub", "sup", "ul"];

/** As below a cell. */
export function clean(html) {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["style", "form"], SANITIZE_NAMED_PROPS: true });
}

/** What may stand in a line, such as a description. */
export function cleanLine(html) {
  return DOMPurify.sanitize(html, { ALLOWED_TAGS: LINE, SANITIZE_NAMED_PROPS: true });
}

/** What `@jupyter-widgets/base-manager` would use otherwise. */
export default cleanLine;
