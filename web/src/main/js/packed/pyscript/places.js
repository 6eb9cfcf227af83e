// Where things are in a packed page: at URLs beside it, under which the page finds its own files.
const packed = globalThis.vivariumPacked;

/** What the tool that built the page knows; empty without it. */
export const boot = JSON.parse(document.getElementById("vivarium-pyscript")?.textContent || "{}");

for (const each of Object.values(boot.packages ?? {})) each.url = ofPage(each.url);

/** The page has no script of its own that would say more. */
export const ownScript = undefined;

/** The URL of what lies in the folder of this script. */
export function beside(path) {
  return packed.besides(path.replace(/^\.\//, ""));
}

/** The folder of an engine, with a final slash. */
export function folderOf(interpreter) {
  return ofPage(boot[interpreter] ?? `./${interpreter}/`);
}

/** The address from which the browser itself loads what has this URL. */
export function loadable(url) {
  return packed.find(url) ? packed.address(url) : url;
}

/** The URL of something that the page names. */
export function ofPage(path, base = document.baseURI) {
  return new URL(path, base).href;
}
