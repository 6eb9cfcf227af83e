// Puts the files that a document's cells read where Python finds them.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { fetchNow, READS_LATER } from "./reading.js";

const HOME = "/home/pyodide";
const MOST_AT_ONCE = 1 << 20; // Bytes of a file that is fetched before anybody asks for it.
const MOST_TOGETHER = 8 << 20;
const INPUT_OUTPUT_ERROR = 29; // EIO, as WASI numbers it.

/** Writes a file at `path`, below Python's home folder. */
export function placeFile(fs, path, bytes) {
  fs.writeFile(makeWay(fs, path), bytes, { canOwn: true });
}

/** Cells begin in `folder`, below Python's home folder. */
export function enterFolder({ FS }, folder) {
  const path = folder ? `${HOME}/${folder}` : HOME;
  FS.mkdirTree(path);
  FS.chdir(path);
}

/**
 * Fetches the small ones of a document's files, while Python starts.
 *
 * @param text a JSON object `{root, folder, files}`, the files as [path, URL from the root, size, hash]; empty for none
 * @returns a function that gives all files to an interpreter; those that did not come are fetched when Python reads them
 */
export function filesFor(text) {
  if (!text) return async () => {};
  const { root, folder, files } = JSON.parse(text);
  let together = 0;
  const wanted = files.map(([path, url, size, hash]) => {
    const file = { path, url: new URL(url, root).href, size, hash };
    if (!READS_LATER || (size <= MOST_AT_ONCE && together + size <= MOST_TOGETHER)) {
      together += size;
      file.bytes = fetchBytes(file).catch(() => undefined);
    }
    return file;
  });
  return async (pyodide) => {
    for (const file of wanted) {
      const bytes = await file.bytes;
      if (bytes) placeFile(pyodide.FS, file.path, bytes);
      else placeLater(pyodide.FS, file);
    }
    enterFolder(pyodide, folder);
  };
}

async function fetchBytes(file) {
  const answer = await fetch(file.url);
  const bytes = answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  if (!bytes) return undefined;
  // Browsers hash for secure pages alone; they do it faster.
  const digest = globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)) : sha256(bytes);
  return isRight(file, digest) ? bytes : undefined;
}

/** Whether a file that arrived is the one that the site was built with; the hint to the error tells of one that is not. */
function isRight({ path, hash }, digest) {
  const found = bytesToHex(digest);
  globalThis.vivariumRefused = found === hash ? undefined : `${path}\n${found}\n${hash}`;
  return found === hash;
}

function placeLater(fs, file) {
  const place = makeWay(fs, file.path);
  fs.writeFile(place, new Uint8Array(0));
  fetchWhenRead(fs, place, file.url, file.size, (bytes) => isRight(file, sha256(bytes)));
}

/** Has the content of a file fetched when Python first reads it, while Python waits; `isWanted` may refuse it. */
export function fetchWhenRead(fs, place, url, size, isWanted = () => true) {
  const { node } = fs.lookupPath(place);
  node.usedBytes = size;
  const become = (value) => Object.defineProperty(node, "contents", { value, writable: true, configurable: true });
  Object.defineProperty(node, "contents", {
    configurable: true,
    get() {
      const contents = fetchNow(url);
      if (!contents || !isWanted(contents) || contents.length !== size) throw new fs.ErrnoError(INPUT_OUTPUT_ERROR); // Any other would end Python.
      become(contents);
      return contents;
    },
    set: become, // The file is emptied or removed.
  });
}

function makeWay(fs, path) {
  const place = `${HOME}/${path}`;
  fs.mkdirTree(place.slice(0, place.lastIndexOf("/")));
  return place;
}
