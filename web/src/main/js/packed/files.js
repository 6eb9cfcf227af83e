// The files of a packed page, for the page and for its workers. A file has the URL that it would have in a site; `fetch` and what
// else reads files find it by that.
const TYPES = { js: "text/javascript", mjs: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };
const ending = (path) => path.slice(path.lastIndexOf(".") + 1);

export class PackedFiles {
  #addresses = new Map();

  /**
   * @param root the URL that stands before all paths
   * @param scripts the path of the folder of scripts, with a final slash
   * @param files a Blob for each path
   */
  constructor({ root, scripts, files }) {
    this.files = { root, scripts, files };
  }

  /** The same with more files in it. */
  add(files) {
    Object.assign(this.files.files, files);
  }

  urls() {
    return Object.keys(this.files.files).map((path) => this.files.root + path);
  }

  /** The URL of a file in the folder of scripts. */
  besides(name) {
    return this.files.root + this.files.scripts + name;
  }

  /** The file at a URL; undefined when it is none of the page's. */
  find(url) {
    const { root, files } = this.files;
    const path = url.startsWith(root) ? decodeURI(url.slice(root.length).replace(/[?#].*/, "")) : "";
    return Object.hasOwn(files, path) ? files[path] : undefined;
  }

  /**
   * An address from which the browser itself loads a file of the page.
   *
   * @param wanted its URL, or its name in the folder of scripts
   */
  address(wanted) {
    const url = wanted.startsWith(this.files.root) ? wanted : this.besides(wanted);
    if (!this.#addresses.has(url)) {
      const file = this.find(url);
      if (!file) throw new Error(`${wanted} is not in this file`);
      const type = TYPES[ending(url)] ?? "application/octet-stream";
      this.#addresses.set(url, URL.createObjectURL(new Blob([file], { type })));
    }
    return this.#addresses.get(url);
  }

  /** From now on `fetch` finds the files. What is asked of others goes its way. */
  serve() {
    const { fetch } = globalThis;
    globalThis.fetch = async (wanted, options) => {
      const url = wanted instanceof Request ? wanted.url : String(wanted);
      const file = this.find(url);
      if (file) return new Response(file, { headers: { "content-length": file.size } });
      if (url.startsWith(this.files.root)) return new Response(null, { status: 404 });
      return fetch.call(globalThis, wanted, options);
    };
  }
}
