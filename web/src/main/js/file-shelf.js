// The reader's own files, as the browser keeps them: one database for all pages of an origin, in which each document has its part.
const DATABASE = "vivarium-files";
const STORE = "files";

/** The files of a document, as [{path, size}] in the order of their paths; a path with a final slash is a folder's. */
export async function filesOnShelf(document) {
  const keys = await inStore("readonly", (store) => store.getAllKeys(all(document)));
  return keys.map(([, path, size]) => ({ path, size }));
}

/** The same with their `bytes`, an ArrayBuffer each. */
export async function contentsOfShelf(document) {
  let keys;
  const contents = await inStore("readonly", (store) => {
    keys = store.getAllKeys(all(document));
    return store.getAll(all(document));
  });
  return contents.map((bytes, i) => ({ path: keys.result[i][1], size: keys.result[i][2], bytes }));
}

/** What one file has in it; undefined when it is not there. */
export async function contentOfShelf(document, path) {
  return (await inStore("readonly", (store) => store.getAll(one(document, path))))[0];
}

/** Keeps a file, in place of one that has this path already; on disk when it resolves. */
export async function putOnShelf(document, path, bytes) {
  await inStore("readwrite", (store) => {
    store.delete(one(document, path));
    return store.put(bytes, [document, path, bytes.byteLength]);
  });
}

export async function takeFromShelf(document, path) {
  await inStore("readwrite", (store) => store.delete(one(document, path)));
}

function all(document) {
  return IDBKeyRange.bound([document], [document, []]);
}

function one(document, path) {
  return IDBKeyRange.bound([document, path], [document, path, []]);
}

/** Does something in one transaction; resolves with the result of its request when it is complete. */
async function inStore(mode, action) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = action(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close(); // Not in the way of who wants to delete it.
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}
