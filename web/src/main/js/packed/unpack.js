// Begins a packed page: everything that a site would have in files stands in elements behind the page's content, and is made
// files again.
import { decoded } from "./decoding.js";
import { PackedFiles } from "./files.js";
import { ownFile } from "./own.js";

const page = JSON.parse(document.getElementById("viv-packed").textContent);
const packed = new PackedFiles({ ...page, files: {} });
globalThis.vivariumPacked = packed;
packed.own = ownFile(packed, page);

/** There when the whole file has been read. */
packed.whole = begun().then(async () => {
  await parsed();
  for (const element of document.querySelectorAll("script[data-viv-file]")) {
    packed.add({ [element.dataset.vivFile]: new Blob([bytesOf(element)]) });
  }
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

/** The files in an element: an index as JSON after its length in four bytes, and then their bytes; compressed together. */
async function unfolded(element) {
  const stream = new Blob([bytesOf(element)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const bytes = await new Response(stream).arrayBuffer();
  const length = new DataView(bytes).getUint32(0);
  let at = 4 + length;
  const files = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  return Object.fromEntries(files.map(([path, size]) => [path, new Blob([new Uint8Array(bytes, (at += size) - size, size)])]));
}

function bytesOf(element) {
  return decoded(element.textContent, Number(element.dataset.size));
}

function parsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
}

function tell(error) {
  console.error(error);
  const notice = document.createElement("p");
  notice.className = "viv-problems";
  notice.setAttribute("role", "alert");
  notice.textContent = page.broken;
  document.body.append(notice);
}
