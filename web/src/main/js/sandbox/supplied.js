// The files that a sandbox has been given, and its way to others: the page decides which.
const TYPES = { wasm: "application/wasm", json: "application/json" };
const NULL_BODY = [204, 205, 304];

export class SuppliedFiles {
  #files;
  #scripts;
  #modules = new Map();
  #asked = new Map();
  #lastAsk = 0;

  /** @param begin `files`, bytes by their URLs, and `scripts`, the URL of the folder of the page's scripts, with a final slash */
  constructor({ files, scripts }) {
    this.#files = new Map(Object.entries(files));
    this.#scripts = scripts;
  }

  beside(name) {
    return this.#scripts + name;
  }

  find(url) {
    return this.#files.get(url);
  }

  /** The module at a URL. */
  async imported(url) {
    if (!this.#modules.has(url)) {
      const bytes = this.find(url) ?? (await (await fetch(url)).arrayBuffer());
      this.#modules.set(url, URL.createObjectURL(new Blob([bytes], { type: "text/javascript" })));
    }
    return import(this.#modules.get(url));
  }

  /** From now on `fetch` finds the files, and asks the page for others. */
  serve() {
    const { fetch } = globalThis;
    globalThis.fetch = async (wanted, options) => {
      const request = new Request(wanted, options);
      if (/^(data|blob):/.test(request.url)) return fetch(request);
      const file = request.method === "GET" ? this.find(request.url) : undefined;
      if (file) return new Response(file, { headers: { "content-length": file.length, "content-type": TYPES[request.url.split(".").at(-1)] ?? "application/octet-stream" } });
      return this.#ask(request);
    };
    XMLHttpRequest.prototype.send = () => {
      throw new TypeError("Code that did not come with the site has no way to the network but fetch() and pyodide.http.pyfetch(), which can be awaited.");
    };
  }

  async #ask(request) {
    const fetch = ++this.#lastAsk;
    const { url, method, headers } = request;
    const bytes = new Uint8Array(await request.arrayBuffer());
    const answer = new Promise((resolve) => this.#asked.set(fetch, resolve));
    postMessage({ text: JSON.stringify({ fetch, url, method, headers: [...headers] }), bytes });
    const { status, headers: given, bytes: body, error } = await answer;
    if (error !== undefined) throw new TypeError(error);
    const response = new Response(NULL_BODY.includes(status) ? null : body, { status, headers: given });
    Object.defineProperty(response, "url", { value: url });
    return response;
  }

  /** What the page answered. */
  fetched({ fetched, ...answer }) {
    this.#asked.get(fetched)?.(answer);
    this.#asked.delete(fetched);
  }
}
