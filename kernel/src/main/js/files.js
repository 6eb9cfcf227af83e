// Puts the files that a document's cells read where Python finds them.
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
 * @param text a JSON object `{root, folder, files}`, the files as [path, URL from the root, size]; empty for none
 * @returns a function that gives all files to an interpreter; those that did not come are fetched when Python reads them
 */
export function filesFor(text) {
  if (!text) return async () => {};
  const { root, folder, files } = JSON.parse(text);
  let together = 0;
  const wanted = files.map(([path, url, size]) => {
    const file = { path, url: new URL(url, root).href, size };
    if (size <= MOST_AT_ONCE && together + size <= MOST_TOGETHER) {
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

async function fetchBytes({ url, size }) {
  const answer = await fetch(url);
  const bytes = answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  return bytes?.length === size ? bytes : undefined;
}

function placeLater(fs, { path, url, size }) {
  const place = makeWay(fs, path);
  fs.writeFile(place, new Uint8Array(0));
  fetchWhenRead(fs, place, url, size);
}

/** Has the content of a file fetched when Python first reads it, while Python waits. */
export function fetchWhenRead(fs, place, url, size) {
  const { node } = fs.lookupPath(place);
  node.usedBytes = size;
  const become = (value) => Object.defineProperty(node, "contents", { value, writable: true, configurable: true });
  Object.defineProperty(node, "contents", {
    configurable: true,
    get() {
      const contents = fetchNow(url);
      if (contents?.length !== size) throw new fs.ErrnoError(INPUT_OUTPUT_ERROR); // Any other would end Python.
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

/** Undefined when there is no success, as without a network. */
function fetchNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    return undefined;
  }
  return request.status === 200 ? new Uint8Array(request.response) : undefined;
}
