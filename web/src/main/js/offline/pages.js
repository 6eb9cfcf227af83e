// Remembers which version the open pages are from, so that one that was opened before a new version came gets nothing of that.
import { namesIn, nameOf } from "./keeping.js";

/**
 * What is remembered of a site: the name of the cache that pages get now, and of those that some got before, by page; and when the
 * site has no worker any more, the pages that still need what is kept.
 */
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
    return (await this.#known()).older[id] ?? current;
  }

  /** Whether new pages come from the network, since the site has no worker any more. */
  async isLeaving() {
    return (await this.#known()).leaving !== undefined;
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
    const needed = new Set([current, this.#store, ...Object.values(now.older)]);
    for (const name of await namesIn(this.#scope)) if (!needed.has(name)) await caches.delete(name);
    return last === undefined;
  }

  /** Removes the caches of versions whose last page is closed. */
  async forgetClosed(current) {
    const { current: known, older, leaving } = await this.#load();
    const before = Object.keys(older);
    if (known && before.length === 0) return;
    const open = await this.#open();
    const still = Object.fromEntries(before.filter((id) => open.includes(id)).map((id) => [id, older[id]]));
    await this.#save({ current, older: still, leaving });
    const needed = new Set([current, ...Object.values(still)]);
    for (const name of new Set(Object.values(older))) if (!needed.has(name)) await caches.delete(name);
  }

  /**
   * From now on new pages come from the network.
   *
   * @param newest the page that is on its way
   * @returns whether no page needs what is kept
   */
  async leave(newest) {
    const { leaving, ...others } = await this.#load();
    const open = await this.#open();
    const needing = leaving ? leaving.filter((id) => open.includes(id)) : [...open, newest];
    await this.#save({ ...others, leaving: needing });
    return needing.length === 0;
  }

  /** From now on pages come from what is kept again, if they did not. */
  async stay() {
    const { leaving, ...others } = await this.#load();
    if (leaving) await this.#save(others);
  }

  async #open() {
    const all = await clients.matchAll({ includeUncontrolled: true, type: "all" });
    return all.filter(({ url }) => url.startsWith(this.#scope)).map(({ id }) => id);
  }

  #known() {
    this.#read ??= this.#load();
    return this.#read;
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
