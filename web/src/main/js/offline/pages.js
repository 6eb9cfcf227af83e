// Remembers which version the open pages are from, so that one that was opened before a new version came gets nothing of that.
import { namesIn, nameOf } from "./keeping.js";

/** What is remembered of a site: the name of the cache that pages get now, and of those that some got before, by page. */
export class Pages {
  #scope;
  #store;
  #read;

  constructor(scope) {
    this.#scope = scope;
    this.#store = nameOf(scope, "pages");
  }

  /** The cache for a page, or for a worker of one. */
  async cacheFor(id, current) {
    this.#read ??= this.#load();
    return (await this.#read).older[id] ?? current;
  }

  /**
   * From now on pages get what is in the cache `current`; those that are open keep what they have. Caches that no page needs are
   * removed.
   *
   * @returns whether it is the first one
   */
  async turnTo(current) {
    const { current: last, older } = await this.#load();
    const now = { current, older: {} };
    if (last && last !== current) {
      for (const id of await this.#open()) now.older[id] = older[id] ?? last;
    }
    await this.#save(now);
    await this.#sweep(new Set([current, this.#store, ...Object.values(now.older)]));
    return last === undefined;
  }

  /** Removes the caches of versions whose last page is closed. */
  async forgetClosed(current) {
    const { current: known, older } = await this.#load();
    const before = Object.keys(older);
    if (known && before.length === 0) return;
    const open = await this.#open();
    const still = Object.fromEntries(before.filter((id) => open.includes(id)).map((id) => [id, older[id]]));
    await this.#save({ current, older: still });
    const needed = new Set([current, ...Object.values(still)]);
    for (const name of new Set(Object.values(older))) if (!needed.has(name)) await caches.delete(name);
  }

  async #open() {
    const all = await clients.matchAll({ includeUncontrolled: true, type: "all" });
    return all.filter(({ url }) => url.startsWith(this.#scope)).map(({ id }) => id);
  }

  async #sweep(needed) {
    for (const name of await namesIn(this.#scope)) if (!needed.has(name)) await caches.delete(name);
  }

  async #load() {
    const text = await caches.match(this.#scope, { cacheName: this.#store });
    return text ? text.json() : { current: undefined, older: {} };
  }

  async #save(pages) {
    this.#read = Promise.resolve(pages);
    await (await caches.open(this.#store)).put(this.#scope, new Response(JSON.stringify(pages)));
  }
}
