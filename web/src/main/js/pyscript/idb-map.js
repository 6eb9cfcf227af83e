// A map of texts in IndexedDB, laid out as PyScript left it: what pages kept there stays theirs.

const STORE = "entries";

/** Opens the map of that name; its entries are in memory, and `sync` waits until they are written. */
export async function openMap(name) {
  const database = await settled(opening(`IDBMap/${name}`));
  const store = (mode) => database.transaction(STORE, mode).objectStore(STORE);
  const reading = store("readonly");
  const [keys, texts] = await Promise.all([settled(reading.getAllKeys()), settled(reading.getAll())]);
  let written = Promise.resolve();
  const change = (action) => {
    // A transaction that starts later ends later.
    const change = committed(action);
    written = written.then(() => change);
    written.catch(() => {}); // For `sync` to tell.
  };
  const committed = (action) =>
    new Promise((resolve, reject) => {
      const changing = store("readwrite");
      changing.transaction.oncomplete = () => resolve();
      changing.transaction.onabort = () => reject(changing.transaction.error);
      action(changing);
    });
  return {
    entries_text: JSON.stringify(keys.map((key, at) => [key, texts[at]])),
    set: (key, text) => change((entries) => entries.put(text, key)),
    delete: (key) => change((entries) => entries.delete(key)),
    clear: () => change((entries) => entries.clear()),
    sync: () => {
      const all = written;
      written = Promise.resolve();
      return all;
    },
  };
}

function opening(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
