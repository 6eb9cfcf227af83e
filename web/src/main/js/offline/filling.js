// Fills the cache of a version: all files of its list, each as it was built, or none.
import { addressOf, hashOf, isWhole, keeping, kept, listOf, namesIn } from "./keeping.js";

const NO_ROOM = "the browser has no room for it";
const LANES = 4; // Files on their way at the same time; more would take the link from who reads.

/**
 * Fills a cache. When anything is missing, is not what was built or has no room, nothing is left of it.
 *
 * @param site `{scope, list, hash}`, with the address of the list of files and its hash
 * @throws Error that says which file it was
 */
export async function fill(name, { scope, list: address, hash }) {
  if (await isWhole(scope, name)) return;
  try {
    const list = await fetchRight(address, hash);
    const { files } = await list.clone().json();
    await seeThatThereIsRoom(files);
    await keepAll(name, scope, files);
    await (await caches.open(name)).put(listOf(scope), list);
    if (!(await isWhole(scope, name))) throw new Error("the browser removed what was kept");
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function seeThatThereIsRoom(files) {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  const needed = files.reduce((sum, [, , size]) => sum + size, 0);
  if (quota !== undefined && quota - usage < needed) throw new Error(NO_ROOM);
}

async function keepAll(name, scope, files) {
  const cache = await caches.open(name);
  const others = await namesIn(scope);
  const left = files.slice();
  const ending = new AbortController();
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [path, hash] = next;
      const address = addressOf(scope, path);
      const known = await keptAs(address, hash, others);
      if (known?.name === name) continue; // From an earlier try that nothing could end in order.
      await cache.put(address, known?.answer ?? (await fetchRight(address, hash, ending.signal)));
    }
  };
  let failure;
  const lanes = Array.from({ length: LANES }, () =>
    lane().catch((error) => {
      failure ??= error;
      left.length = 0;
      ending.abort();
    }),
  );
  await Promise.all(lanes); // Nothing is put into the cache after this.
  if (failure) throw failure.name === "QuotaExceededError" ? new Error(NO_ROOM) : failure;
}

/** A file that an earlier version has already. */
async function keptAs(address, hash, names) {
  for (const name of names) {
    const answer = await kept(name, address);
    if (hashOf(answer) === hash) return { name, answer };
  }
  return undefined;
}

/** A file as it was built: what the browser's own cache has may be older, and is not asked a second time then. */
async function fetchRight(address, hash, signal) {
  let reason;
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(address, { cache, signal, priority: "low" });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok) reason = `answered ${answer.status}`;
    else if ((await digest(bytes)) === hash || isUnpacked(address, answer)) return keeping(bytes, answer, hash);
    else reason = "is not what was built";
  }
  throw new Error(`${address} ${reason}`);
}

/** Some hosts say of our compressed files that they are compressed: then the browser has done what Python's start would do. */
function isUnpacked(address, answer) {
  return address.endsWith(".br") && answer.headers.get("content-encoding") === "br";
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
