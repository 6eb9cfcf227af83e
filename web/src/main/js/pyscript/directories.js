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
async function mount(interpreter, path, key) {
  const handle = await stored(key);
  const mounted = interpreter.mountNativeFS
    ? await interpreter.mountNativeFS(path, handle)
    : await copied(interpreter.FS, path, handle);
  mounts.set(path, mounted);
}

/** Writes to the folder what Python has written, and the other way round. */
async function sync(path) {
  await mounts.get(path).syncfs();
}

async function unmount(interpreter, path) {
  await sync(path);
  mounts.get(path).unmount?.();
  mounts.delete(path);
  if (interpreter.mountNativeFS) interpreter.FS.unmount(path);
}

/** Forgets the folder; whether there was one. */
async function forget(key) {
  const was = Boolean(await stored(key));
  await change((entries) => entries.delete(key));
  return was;
}

/** MicroPython cannot mount folders: it has a copy, whose changes are written back. */
async function copied(FS, path, handle) {
  const written = new Map();
  await read(FS, path, handle, written);
  return {
    async syncfs() {
      await write(FS, path, handle, written);
      await read(FS, path, handle, written);
    },
    unmount: () => remove(FS, path),
  };
}

async function read(FS, path, handle, written) {
  if (!FS.analyzePath(path).exists) FS.mkdirTree(path);
  for await (const [name, entry] of handle.entries()) {
    const inner = `${path}/${name}`;
    if (entry.kind === "directory") {
      await read(FS, inner, entry, written);
    } else {
      const content = await contentOf(entry);
      if (!content) continue;
      FS.writeFile(inner, content);
      written.set(inner, content);
    }
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

async function write(FS, path, handle, written) {
  const names = FS.readdir(path).filter((name) => name !== "." && name !== "..");
  for (const name of names) {
    const inner = `${path}/${name}`;
    if (FS.isDir(FS.stat(inner).mode)) {
      await write(FS, inner, await handle.getDirectoryHandle(name, { create: true }), written);
      continue;
    }
    const content = FS.readFile(inner);
    if (isSame(content, written.get(inner))) continue;
    const stream = await (await handle.getFileHandle(name, { create: true })).createWritable();
    await stream.write(content);
    await stream.close();
  }
  for await (const name of handle.keys()) {
    if (!names.includes(name) && isKnown(written, `${path}/${name}`)) await handle.removeEntry(name, { recursive: true });
  }
}

/** Only what Python has seen can have been removed by it. */
function isKnown(written, path) {
  return [...written.keys()].some((each) => each === path || each.startsWith(`${path}/`));
}

function isSame(one, other) {
  return other?.length === one.length && one.every((byte, at) => byte === other[at]);
}

function remove(FS, path) {
  for (const name of FS.readdir(path).filter((name) => name !== "." && name !== "..")) {
    const inner = `${path}/${name}`;
    if (FS.isDir(FS.stat(inner).mode)) remove(FS, inner);
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
