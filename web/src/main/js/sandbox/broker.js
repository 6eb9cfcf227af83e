// Loads what code in a sandbox asks for, as far as the author allows: the files that the page itself names, and what is at the
// origins in `network:`. Never with the reader's cookies, and never where an answer leads elsewhere.

const MOST_AT_ONCE = 8;
const MOST_A_MINUTE = 300;
const MOST_BYTES = 100 << 20; // Of an answer.
const MOST_HEADERS = 50;
const MINUTE = 60_000;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const PLAIN_NAME = /^[\w-]{1,100}$/;
const NULL_BODY = [204, 205, 304];

export class Broker {
  #own;
  #unread;
  #folders;
  #origins;
  #times = [];
  #running = 0;
  #waiting = [];

  /**
   * @param boot the message that starts the kernel, made by the page
   * @param origins what the author allows, such as `https://example.org`
   */
  constructor(boot, origins) {
    const files = boot.files ? JSON.parse(boot.files) : { files: [] };
    const packages = JSON.parse(boot.packages || "[]");
    this.#own = new Set([...files.files.map(([, url]) => new URL(url, files.root).href), ...packages.map(({ url }) => url)]);
    this.#unread = new Set(this.#own);
    const indexes = packages.filter(({ index }) => index).map(({ url }) => url);
    this.#folders = [boot.engine, new URL(".", boot.python || boot.engine).href, ...indexes];
    this.#origins = new Set(origins);
  }

  /**
   * The answer to a request, which a stranger has written: `{status, headers, url, bytes}`, or `{error}`.
   *
   * @param bytes the request's body
   */
  async answer({ url, method = "GET", headers = [] }, bytes) {
    let target;
    try {
      target = new URL(url);
      target.hash = "";
    } catch {
      return { error: "This is no address." };
    }
    const refusal = this.#refusal(target, method);
    if (refusal) return { error: refusal };
    await this.#turn();
    try {
      return await loaded(target.href, { method, headers: plain(headers), body: bytes.length > 0 ? bytes : undefined });
    } catch (error) {
      return { error: `${target.origin} could not be reached: ${String(error?.message ?? error).slice(0, 200)}` };
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  #refusal(target, method) {
    if (!METHODS.includes(method)) return "This method is not allowed.";
    if (this.#isOfPage(target)) {
      if (method !== "GET" && method !== "HEAD") return "The page's own files are only read.";
      return this.#unread.delete(target.href) ? undefined : this.#refusalOfRate(); // Once, each is what any page would load.
    }
    if (!this.#origins.has(target.origin)) {
      return `This code may not load ${target.href.slice(0, 200)}: the author of the page allows ${listed([...this.#origins])} (network: in the front matter).`;
    }
    return this.#refusalOfRate();
  }

  #isOfPage(target) {
    const url = target.href.replace(/[?].*/s, "");
    return this.#own.has(url) || this.#folders.some((folder) => url.startsWith(folder));
  }

  #refusalOfRate() {
    const now = performance.now();
    this.#times = this.#times.filter((time) => now - time < MINUTE);
    if (this.#times.length >= MOST_A_MINUTE) return `This code may load ${MOST_A_MINUTE} addresses in a minute, and has done so.`;
    this.#times.push(now);
    return undefined;
  }

  async #turn() {
    if (this.#running >= MOST_AT_ONCE) await new Promise((resolve) => this.#waiting.push(resolve));
    this.#running++;
  }
}

async function loaded(url, { method, headers, body }) {
  const options = { method, headers, body, credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" };
  const answer = await fetch(url, options);
  return {
    url,
    status: answer.status,
    headers: [...answer.headers],
    ...(NULL_BODY.includes(answer.status) || !answer.body ? {} : { bytes: await all(answer.body) }),
  };
}

async function all(body) {
  const parts = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError(`the answer is longer than ${MOST_BYTES} bytes`);
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function plain(headers) {
  return (Array.isArray(headers) ? headers : []).filter((each) => Array.isArray(each) && PLAIN_NAME.test(each[0]) && typeof each[1] === "string").slice(0, MOST_HEADERS).map(([name, value]) => [name, value]);
}

function listed(origins) {
  return origins.length === 0 ? "no address" : origins.join(", ");
}
