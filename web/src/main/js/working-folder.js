// The folder that cells begin in, for the page: what they wrote there, and the reader's own files, which are put there.
import { contentsOfShelf } from "./file-shelf.js";

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
  const waiting = [];

  const answers = {
    /** The document whose files the browser keeps, and those that it could not keep. */
    begin({ document, unkept }) {
      coming = contents(document, unkept);
    },
    put({ path, bytes }) {
      const place = `${root}/${path}`;
      fs.mkdirTree(place.slice(0, place.lastIndexOf("/")));
      if (exists(place) && !exists(aside(path)) && before.has(path)) {
        fs.mkdirTree(parent(aside(path)));
        fs.rename(place, aside(path));
      }
      fs.writeFile(place, new Uint8Array(bytes), { canOwn: true });
      before.set(path, stateOf(place));
    },
    remove({ path }) {
      const place = `${root}/${path}`;
      if (exists(place)) fs.unlink(place);
      before.delete(path);
      if (!exists(aside(path))) return;
      fs.rename(aside(path), place);
      before.set(path, stateOf(place));
    },
    /** What has been written and removed since this was asked last. */
    news() {
      const now = found();
      const written = [...now].filter(([path, state]) => before.get(path) !== state).map(([path]) => path);
      const removed = [...before.keys()].filter((path) => !now.has(path));
      before = now;
      let rest = MOST_BYTES;
      return {
        removed,
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
      if (fs || message.files === "begin") answer(message);
      else waiting.push(message);
    },
    /** Python is there, with the document's files. */
    async open({ FS }) {
      const readers = await coming;
      fs = FS;
      root = fs.cwd();
      before = found();
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

  /** The state of each file in the folder and below it that is not hidden. */
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
    return files;
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
