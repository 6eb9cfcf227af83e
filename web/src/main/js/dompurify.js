// HTML that comes from cells, without what could act on the page.
import DOMPurify from "dompurify";
import { showFramed, still } from "./framed.js";

export { DOMPurify };

/** Shows it. `isTypeset` says that our own script has made it of mathematics, or of Markdown. */
export function fill(element, html, isTypeset) {
  element.replaceChildren(clean(html, isTypeset));
}

/** The same, where whoever wrote it may not even learn that it is shown: nothing is loaded. */
export function fillStill(element, html, isTypeset) {
  element.replaceChildren(still(clean(html, isTypeset)));
}

/** The same in a frame of its own, for code that did not come with the site. */
export function fillFramed(element, html, isTypeset) {
  showFramed(element, clean(html, isTypeset));
}

function clean(html, isTypeset) {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ["style", "form"],
    SANITIZE_NAMED_PROPS: true,
    ADD_TAGS: isTypeset ? ["semantics", "annotation"] : [],
  });
}
