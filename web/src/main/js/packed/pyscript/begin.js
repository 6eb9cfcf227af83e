// Begins a packed page of HTML. Its files stand in elements behind all that its author wrote, and are found under the URLs that
// they would have beside the page; who asks for one before the page is read to its end waits.
import { PackedFiles } from "../files.js";
import { bytesOf, unfolded } from "../unfolding.js";
import { showPictures } from "./pictures.js";

const page = JSON.parse(document.getElementById("viv-packed").textContent);
const packed = new PackedFiles({ ...page, root: new URL(".", document.baseURI).href, base: document.baseURI, files: {} });
globalThis.vivariumPacked = packed;

/** There when the whole file has been read. */
packed.whole = read().then(async () => {
  packed.add(await unfolded(document.getElementById("viv-packed-scripts")));
  for (const path of page.large) packed.add({ [path]: new Blob([bytesOf(document.querySelector(`script[data-viv-file="${path}"]`))]) });
  showPictures(packed);
  return packed;
});
packed.whole.catch(tell);
packed.serve();

function read() {
  return new Promise((resolve) => {
    const look = () => document.readyState !== "loading" && resolve();
    document.addEventListener("readystatechange", look);
    look();
  });
}

function tell(error) {
  console.warn(error);
  const notice = document.createElement("p");
  notice.className = "py-error";
  notice.setAttribute("role", "alert");
  notice.textContent = page.broken;
  document.body.append(notice);
}
