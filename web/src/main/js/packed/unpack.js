// Begins a packed page: everything that a site would have in files stands in elements behind the page's content, and is made
// files again.
import { PackedFiles } from "./files.js";
import { ownFile } from "./own.js";
import { bytesOf, unfolded } from "./unfolding.js";

const page = JSON.parse(document.getElementById("viv-packed").textContent);
const packed = new PackedFiles({ ...page, files: {} });
globalThis.vivariumPacked = packed;
packed.own = ownFile(packed, page);

/** There when the whole file has been read. */
packed.whole = begun().then(async () => {
  await parsed();
  for (const path of page.large) packed.add({ [path]: new Blob([bytesOf(document.querySelector(`script[data-viv-file="${path}"]`))]) });
  return packed;
});
packed.whole.catch(tell);

/** The page's scripts are read before the rest of the file is. */
async function begun() {
  packed.serve();
  packed.add(await unfolded(document.getElementById("viv-packed-scripts")));
  const map = document.createElement("script");
  map.type = "importmap";
  map.textContent = JSON.stringify({ imports: Object.fromEntries(page.modules.map((name) => [`vivarium/${name}`, packed.address(name)])) });
  document.head.append(map);
  await import(`vivarium/${page.main}`);
}

function parsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
}

function tell(error) {
  console.warn(error); // What needs the files says so itself.
  globalThis.vivariumIncomplete();
}
