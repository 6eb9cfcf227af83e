// A notebook of this machine has files beside it that change, and more of them when its code names others: the page follows.
import { authorsOf } from "./reader-files.js";

const TRIES = 40; // The notebook is saved, and the server looks at it, before it gives another file.
const PAUSE = 700; // Milliseconds between them.

/** Returns what waits until the file at a path is there, and says whether it is. */
export function follow(desk) {
  let looking = Promise.resolve();
  const look = () => (looking = looking.then(() => takeChanged(desk)).catch((error) => console.warn("The files beside the notebook could not be looked at.", error)));
  addEventListener("focus", look);
  return async (path) => {
    const before = desk.arrived.get(path);
    for (let i = 0; i < TRIES; i++) {
      await look();
      if (desk.arrived.get(path) !== before) return true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return false;
  };
}

/** Takes the files that are new, or others than they were. */
async function takeChanged(desk) {
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = authorsOf(JSON.parse(page.getElementById("viv-config")?.textContent ?? "{}"));
  for (const file of now) {
    if (desk.authors.some(({ path, url }) => path === file.path && url === file.url)) continue;
    const content = await fetch(file.url);
    if (!content.ok) continue;
    const bytes = await content.arrayBuffer();
    desk.arrived.set(file.path, { path: file.path, size: bytes.byteLength, bytes });
    desk.authors = [...desk.authors.filter(({ path }) => path !== file.path), file];
    if (desk.hasPython) await desk.ask("bring", { path: file.path, bytes });
  }
}
