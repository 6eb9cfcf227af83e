// Folders of the reader's computer that Python sees as its own. The browser asks the reader for each; what they have allowed is
// kept in IndexedDB, where workers find it too.

const DATABASE = "IDBMap/@pyscript.fs";
const STORE = "entries";

export const directories = { choose, forget, isThere, mount, sync, unmount };

const mounts = new Map(); // By the path in Python.

/** Whether the folder of that key may be used as it is. */
async function isThere(key, mode) {
  const handle = await stored(key);
  return Boolean(handle) && (await handle.queryPermission({ mode })) === "granted";
}

/**
 * Has the reader choose the folder of that key, or allow it again. Only on the page.
 *
 * @returns why there is none; empty when there is
 */
async function choose(key, mode, root, id) {
  if (await isThere(key, mode)) return "";
  if (!globalThis.showDirectoryPicker) return "This browser cannot lend folders to pages (it has no showDirectoryPicker).";
  if (!navigator.userActivation.isActive) await gesture();
  const before = await stored(key);
  if (before && (await before.requestPermission({ mode })) === "granted") return "";
  try {
    const handle = await showDirectoryPicker({ id, mode, ...(root && { startIn: root }) });
    await change((entries) => entries.put(handle, key));
    return "";
  } catch (error) {
    return error.name === "AbortError" ? "The reader has chosen no folder." : String(error.message);
  }
}

/** Browsers show their dialogue only after a click. */
function gesture() {
  const dialog = document.createElement("dialog");
  dialog.className = "py-folder";
  const button = dialog.appendChild(document.createElement("button"));
  button.textContent = "Choose a folder for this page";
  button.autofocus = true;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    button.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve();
    });
  });
}

/** Lets Python see the folder of that key at a path. */
async function mount({ FS }, path, key) {
  const folder = new Folder(FS, path, await stored(key));
  await folder.read();
  mounts.set(path, folder);
}

/** Writes to the folder what Python has written, and the other way round. */
async function sync(path) {
  await mounts.get(path).write();
  await mounts.get(path).read();
}

async function unmount({ FS }, path) {
  await sync(path);
  mounts.delete(path);
  remove(FS, path);
}

/** Forgets the folder; whether there was one. */
async function forget(key) {
  const was = Boolean(await stored(key));
  await change((entries) => entries.delete(key));
  return was;
}

/**
 * A copy of a folder, for both interpreters. MicroPython cannot mount folders; what Pyodide mounts takes for removed by Python
 * whatever other programs have put there in the meantime, and removes it.
 */
class Folder {
  #FS;
  #path;
  #handle;
  #known = new Map(); // Contents of files as they were last the same in both.

  constructor(FS, path, handle) {
    this.#FS = FS;
    this.#path = path;
    this.#handle = handle;
  }

  async read(path = this.#path, handle = this.#handle) {
    if (!this.#FS.analyzePath(path).exists) this.#FS.mkdirTree(path);
    const there = new Set();
    for await (const [name, entry] of handle.entries()) {
      const inner = `${path}/${name}`;
      if (entry.kind === "directory") {
        await this.read(inner, entry);
      } else {
        const content = await contentOf(entry);
        if (!content) continue;
        this.#FS.writeFile(inner, content);
        this.#known.set(inner, content);
      }
      there.add(name);
    }
    for (const name of namesIn(this.#FS, path)) {
      if (!there.has(name)) this.#removedElsewhere(`${path}/${name}`);
    }
  }

  async write(path = this.#path, handle = this.#handle) {
    const names = namesIn(this.#FS, path);
    for (const name of names) {
      const inner = `${path}/${name}`;
      if (isFolder(this.#FS, inner)) {
        await this.write(inner, await handle.getDirectoryHandle(name, { create: true }));
        continue;
      }
      const content = this.#FS.readFile(inner);
      if (isSame(content, this.#known.get(inner))) continue;
      const stream = await (await handle.getFileHandle(name, { create: true })).createWritable();
      await stream.write(content);
      await stream.close();
      this.#known.set(inner, content);
    }
    for await (const [name, entry] of handle.entries()) {
      if (!names.includes(name)) await this.#removedByPython(`${path}/${name}`, name, entry, handle);
    }
  }

  /** Python cannot have removed what it has not seen. */
  async #removedByPython(path, name, entry, parent) {
    if (this.#knownIn(path).length === 0) return;
    if (entry.kind === "directory") await this.write(path, entry);
    this.#known.delete(path);
    try {
      await parent.removeEntry(name);
    } catch (error) {
      if (error.name !== "InvalidModificationError") throw error; // A folder in which there is something else.
    }
  }

  /** What another program has removed goes from Python too, but for what Python has changed. */
  #removedElsewhere(path) {
    if (isFolder(this.#FS, path)) {
      if (this.#knownIn(path).length === 0) return;
      for (const name of namesIn(this.#FS, path)) this.#removedElsewhere(`${path}/${name}`);
      if (namesIn(this.#FS, path).length === 0) this.#FS.rmdir(path);
    } else if (isSame(this.#FS.readFile(path), this.#known.get(path))) {
      this.#FS.unlink(path);
      this.#known.delete(path);
    }
  }

  #knownIn(path) {
    return [...this.#known.keys()].filter((each) => each === path || each.startsWith(`${path}/`));
  }
}

/** The bytes of a file; undefined when it has gone since it was listed, as those that other programs write for a moment. */
async function contentOf(entry) {
  try {
    return new Uint8Array(await (await entry.getFile()).arrayBuffer());
  } catch (error) {
    if (error.name === "NotFoundError") return undefined;
    throw error;
  }
}

function namesIn(FS, path) {
  if (!FS.analyzePath(path).exists) return [];
  return FS.readdir(path).filter((name) => name !== "." && name !== "..");
}

function isFolder(FS, path) {
  return FS.isDir(FS.stat(path).mode);
}

function isSame(one, other) {
  return other?.length === one.length && one.every((byte, at) => byte === other[at]);
}

function remove(FS, path) {
  for (const name of namesIn(FS, path)) {
    const inner = `${path}/${name}`;
    if (isFolder(FS, inner)) remove(FS, inner);
    else FS.unlink(inner);
  }
  FS.rmdir(path);
}

async function stored(key) {
  const entries = (await opened()).transaction(STORE).objectStore(STORE);
  const found = await settled(entries.get(key));
  return found instanceof FileSystemDirectoryHandle ? found : undefined;
}

async function change(action) {
  const transaction = (await opened()).transaction(STORE, "readwrite");
  action(transaction.objectStore(STORE));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function opened() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
