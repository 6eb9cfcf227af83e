// `fetch` for sealed code: it hands each request to the host, which decides. Python's own files are there at once.

/**
 * @param origin where Python's own files seem to come from
 * @param files those files, by name
 */
export function connect(origin, files) {
  const asked = [];
  const waiting = new Map();
  let lastId = 0;

  async function fetch(resource, options = {}) {
    const url = String(resource?.url ?? resource);
    const name = url.startsWith(origin) ? url.slice(origin.length) : undefined;
    if (files.has(name)) return new Answer(url, 200, [], files.get(name));
    const id = ++lastId;
    const headers = Object.entries(options.headers ?? {}).map(([key, value]) => [String(key), String(value)]);
    const body = String(options.body ?? "");
    asked.push(JSON.stringify({ id, url, method: String(options.method ?? "GET"), headers: headers.flat(), body }));
    return new Promise((resolve, reject) => waiting.set(id, { url, resolve, reject }));
  }

  return {
    fetch,
    Request: Question,
    /** The requests that the host has not seen, as JSON. */
    take: () => asked.splice(0),
    /** Answers a request; with a refusal, that is what Python is told. */
    answer(id, refusal, status, headers, bytes) {
      const { url, resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (refusal) reject(new TypeError(refusal));
      else resolve(new Answer(url, status, headers, bytes));
    },
  };
}

/** As much of a Request as Python's own HTTP functions use. */
class Question {
  constructor(resource, options) {
    Object.assign(this, options, { url: String(resource?.url ?? resource) });
  }
}

/** As much of a Response as Python's own HTTP functions use. */
class Answer {
  #bytes;
  constructor(url, status, headers, bytes) {
    this.#bytes = bytes;
    this.url = url;
    this.status = status;
    this.statusText = "";
    this.ok = status >= 200 && status < 300;
    this.redirected = false;
    this.type = "basic";
    this.bodyUsed = false;
    const pairs = [];
    for (let i = 0; i + 1 < headers.length; i += 2) pairs.push([headers[i].toLowerCase(), headers[i + 1]]);
    this.headers = new Map(pairs);
  }
  async arrayBuffer() {
    if (this.bodyUsed) throw new TypeError("the body was read before");
    this.bodyUsed = true;
    return this.#bytes;
  }
  async bytes() {
    return new Uint8Array(await this.arrayBuffer());
  }
  async text() {
    return new globalThis.TextDecoder().decode(await this.arrayBuffer());
  }
  async json() {
    return JSON.parse(await this.text());
  }
  clone() {
    return new Answer(this.url, this.status, [...this.headers].flat(), this.#bytes);
  }
}
