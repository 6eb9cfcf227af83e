// The folder that cells begin in, for the page: what they wrote there, and the reader's own files, which are put there.
import { contentOfShelf, contentsOfShelf } from "./file-shelf.js";

const PATIENCE = 2000; // Milliseconds after which Python starts without what the browser does not hand over.
const MOST_FOUND = 5000; // Files that are looked at after each run.
const MOST_BYTES = 20 << 20; // Of new files after one run that the page gets at once; it asks for others when they are wanted.
const PUT_ASIDE = "/authors"; // Where the author's files wait while the reader's own stand in their place.

/** Answers what the page asks of files; to be asked before there is a Python, too. */
export function workingFolder() {
  let fs;
  let root;
  let before = new Map();
  let coming = Promise.resolve([]);
  let come; // Called when what was waited for is known.
  let authors = [];
  const waiting = [];

  const answers = {
    /** Whose files these are is said in a moment. */
    wait() {
      coming = new Promise((resolve) => (come = resolve));
    },
    /** The document whose files the browser keeps, those that it could not keep, and those of the author that came later. */
    begin({ document, unkept, arrived }) {
      authors = arrived;
      coming = contents(document, unkept);
      come?.(coming);
    },
    /** A file of the author is there now, or another than it was. */
    bring({ path, bytes }) {
      const isReaders = exists(aside(path));
      const place = isReaders ? aside(path) : `${root}/${path}`;
      fs.mkdirTree(parent(place));
      fs.writeFile(place, new Uint8Array(bytes), { canOwn: true });
      if (!isReaders) before.set(path, stateOf(place));
    },
    /** A path with a final slash is a folder's, here and below. */
    put({ path, bytes }) {
      const place = `${root}/${path}`;
      fs.mkdirTree(place.slice(0, place.lastIndexOf("/")));
      if (path.endsWith("/")) return;
      if (exists(place) && !exists(aside(path)) && before.has(path)) {
        fs.mkdirTree(parent(aside(path)));
        fs.rename(place, aside(path));
      }
      fs.writeFile(place, new Uint8Array(bytes), { canOwn: true });
      before.set(path, stateOf(place));
    },
    /** What the browser keeps at a path is another now, by another tab. */
    renew({ document, path }) {
      contentOfShelf(document, path)
        .then((bytes) => (bytes ? answers.put({ path, bytes }) : answers.remove({ path })))
        .catch((error) => console.warn(`What another tab has made of ${path} could not be taken over.`, error));
    },
    /** Returns whether there is something at the path then. */
    remove({ path }) {
      const place = `${root}/${path}`;
      if (path.endsWith("/")) return removeFolder(place.slice(0, -1));
      if (exists(place)) fs.unlink(place);
      before.delete(path);
      if (!exists(aside(path))) return false;
      fs.rename(aside(path), place);
      before.set(path, stateOf(place));
      return true;
    },
    /** What has been written and removed since this was asked last. */
    news() {
      const { files: now, folders } = found();
      const written = [...now].filter(([path, state]) => before.get(path) !== state).map(([path]) => path);
      const removed = [...before.keys()].filter((path) => !now.has(path));
      before = now;
      let rest = MOST_BYTES;
      return {
        removed,
        folders,
        written: written.map((path) => {
          const { size } = fs.stat(`${root}/${path}`);
          if (size > rest) return { path, size };
          rest -= size;
          return { path, size, bytes: fs.readFile(`${root}/${path}`) };
        }),
      };
    },
    read: ({ path }) => fs.readFile(`${root}/${path}`),
  };

  return {
    /** A message of the page: `{files, port}`, with what it asks and where it hears the answer. */
    hear(message) {
      if (fs || ["begin", "wait"].includes(message.files)) answer(message);
      else waiting.push(message);
    },
    /** Python is there, with the document's files. */
    async open({ FS }) {
      const readers = await coming;
      fs = FS;
      root = fs.cwd();
      for (const file of authors) answers.bring(file);
      before = found().files;
      for (const file of readers) {
        try {
          answers.put(file);
        } catch (error) {
          console.warn(`The file ${file.path} could not be put where cells find it.`, error);
        }
      }
      for (const message of waiting.splice(0)) answer(message);
    },
  };

  function answer(message) {
    try {
      const value = answers[message.files](message);
      message.port?.postMessage({ value });
    } catch (error) {
      message.port?.postMessage({ error: String(error?.message ?? error) });
    }
  }

  /** Removes the empty folders in a folder, and itself when it is empty then; returns whether it is there still. */
  function removeFolder(place) {
    if (!exists(place)) return false;
    const names = fs.readdir(place).filter((name) => name !== "." && name !== "..");
    const isFull = names.map((name) => !fs.isDir(fs.lstat(`${place}/${name}`).mode) || removeFolder(`${place}/${name}`));
    if (isFull.includes(true) || place === fs.cwd()) return true;
    fs.rmdir(place);
    return false;
  }

  /** The state of each file in the folder and below it that is not hidden, and the folders below it. */
  function found() {
    const files = new Map();
    const folders = [""];
    for (const at of folders) {
      for (const name of fs.readdir(`${root}/${at}`)) {
        if (name.startsWith(".") || name === "__pycache__" || files.size + folders.length > MOST_FOUND) continue;
        const path = at + name;
        const { mode } = fs.lstat(`${root}/${path}`);
        if (fs.isDir(mode)) folders.push(`${path}/`);
        else if (fs.isFile(mode)) files.set(path, stateOf(`${root}/${path}`));
      }
    }
    return { files, folders: folders.slice(1) };
  }

  function stateOf(place) {
    const { mtime, size, ino } = fs.stat(place);
    return `${Number(mtime)} ${size} ${ino}`;
  }

  function exists(place) {
    return fs.analyzePath(place).exists;
  }
}

function aside(path) {
  return `${PUT_ASIDE}/${path}`;
}

function parent(place) {
  return place.slice(0, place.lastIndexOf("/"));
}

async function contents(document, unkept) {
  if (!document) return unkept;
  const late = new Promise((resolve, reject) => setTimeout(reject, PATIENCE, new Error("the browser's storage does not answer")));
  try {
    return [...(await Promise.race([contentsOfShelf(document), late])), ...unkept];
  } catch (error) {
    console.warn("Python starts without the files that the reader has added.", error);
    return unkept;
  }
}
