// Comes first in the worker of a packed page.
import { PackedFiles } from "./files.js";

/** No browser lets workers of all pages load scripts: Chromium and WebKit refuse each other's addresses on the disk. */
class WorkerFiles extends PackedFiles {
  /** Only `fetch` loads something here, and it knows the files by their URLs. */
  beside(name) {
    return this.besides(name);
  }

  /** The engine's modules are scripts here, each of which leaves what it exports in a variable. */
  async script(url) {
    const text = new TextDecoder().decode(this.find(url));
    return (0, eval)(`${text}\nvivariumModule;\n//# sourceURL=${url}`);
  }
}

// As in a worker that is a module: there, Pyodide imports what it needs.
self.importScripts = () => {
  throw new TypeError("a packed page has no scripts to import");
};

addEventListener("message", (event) => {
  if (!event.data?.packed) return;
  event.stopImmediatePropagation(); // No message for the kernel.
  globalThis.vivariumPacked = new WorkerFiles(event.data.packed);
  globalThis.vivariumPacked.serve();
});
