// Where things are: beside this script, unless a page that was built says otherwise.

const BOOT = "vivarium-pyscript";

/** What the tool that built the page knows: `<script type="application/json" id="vivarium-pyscript">`; empty without it. */
export const boot = JSON.parse(document.getElementById(BOOT)?.textContent || "{}");

const image = globalThis[Symbol.for("vivarium.pyscript.image")]; // A folder for pages that nothing has built says so in core.js.

for (const each of Object.values(boot.packages ?? {})) each.url = new URL(each.url, document.baseURI).href;

/** The script that the page has loaded; undefined when it was loaded in another way. */
export const ownScript = [...document.querySelectorAll('script[type="module"][src]')].find(
  ({ src }) => src.split(/[?#]/)[0] === new URL("./core.js", import.meta.url).href,
);

// The image belongs to the engine beside it.
if (image && !boot.image && !boot.pyodide && !ownScript?.hasAttribute("offline")) boot.image = beside(`./${image}`);

/** The URL of what lies in the folder of this script. */
export function beside(path) {
  return new URL(path, import.meta.url).href;
}

/** The folder of an engine, with a final slash. */
export function folderOf(interpreter) {
  const built = boot[interpreter];
  if (built) return new URL(built, document.baseURI).href;
  if (ownScript?.hasAttribute("offline")) return new URL(`./pyscript/${interpreter}/`, document.baseURI).href;
  return beside(`./${interpreter}/`);
}

/** The address from which the browser itself loads what has this URL. */
export function loadable(url) {
  return url;
}

/** The URL of something that the page names. */
export function ofPage(path, base = document.baseURI) {
  return new URL(path, base).href;
}
