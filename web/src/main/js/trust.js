// Whose code runs on this page. Where it came from decides, never what it says of itself.
import { config } from "./page-config.js";

/** Whether it is not the author's of the site: what comes in a link is anybody's; or the author wants it taken for that. */
export const isForeign = config.trust === "reader" || location.hash.startsWith("#notebook=") || hasCodeForPrompt();

function hasCodeForPrompt() {
  return new URLSearchParams(location.search).has("code") && document.querySelector("viv-cell[data-repl]") !== null;
}
