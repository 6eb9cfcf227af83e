// The files of a packed page, for the page and for its workers. A file has the URL that it would have in a site; `fetch` and what
// else reads files find it by that.
const TYPES = { js: "text/javascript;charset=utf-8", mjs: "text/javascript;charset=utf-8", css: "text/css;charset=utf-8", wasm: "application/wasm", json: "application/json", svg: "image/svg+xml" };

export class PackedFiles {
  #addresses = new Map();

  /**
   * @param given `{root, scripts, files}`: the URL that stands before all paths, the path of the folder of scripts, with a final
   *     slash, and a Blob for each path, in a worker its bytes; perhaps `base`, the URL at which those begin that a page of HTML
   *     gives its files
   */
  constructor(given) {
    this.files = given;
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
    const path = url.startsWith(root) ? pathOf(url.slice(root.length).replace(/[?#].*/s, "")) : "";
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
      this.#addresses.set(url, URL.createObjectURL(new Blob([file], { type: typeOf(url) })));
    }
    return this.#addresses.get(url);
  }

  /** Where a file in the folder of scripts is loaded from. */
  beside(name) {
    return this.address(name);
  }

  /** The script at a URL. */
  script(url) {
    return import(this.address(url));
  }

  /** What a worker is sent. WebKit reads no Blobs in workers of a page that lies on the disk. */
  async forWorker() {
    const files = {};
    for (const [path, blob] of Object.entries(this.files.files)) {
      files[path] = new Uint8Array(await blob.arrayBuffer());
    }
    return { ...this.files, files };
  }

  /** The script of that name in the folder of scripts. */
  async imported(name) {
    await this.whole;
    return import(this.address(name));
  }

  /** From now on `fetch` finds the files. What is asked of others goes its way. */
  serve() {
    const { fetch } = globalThis;
    const { root, base } = this.files;
    globalThis.fetch = async (wanted, options) => {
      const url = wanted instanceof Request ? wanted.url : this.#absolute(String(wanted));
      if (base && url.startsWith(root)) await this.whole; // While a page of HTML is read, its scripts ask already.
      const file = this.find(url);
      if (file) return new Response(file, { headers: { "content-length": file.size ?? file.byteLength, "content-type": typeOf(url) } });
      if (!base && url.startsWith(root)) return new Response(null, { status: 404 });
      return fetch.call(globalThis, wanted, options);
    };
    if (base) this.#serveRequests();
  }

  /** The same for `XMLHttpRequest`, which Python uses where it does not wait. */
  #serveRequests() {
    const packed = this;
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, wanted, ...more) {
      const url = packed.#absolute(String(wanted));
      return open.call(this, method, packed.find(url) ? packed.address(url) : wanted, ...more);
    };
  }

  #absolute(url) {
    return URL.canParse(url, this.files.base) ? new URL(url, this.files.base).href : url;
  }
}

function pathOf(written) {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // Somebody else's.
  }
}

function typeOf(url) {
  return TYPES[url.slice(url.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}
