// Comes first in the worker of a packed page.
import { PackedFiles } from "./files.js";

const load = self.importScripts.bind(self);

/** The engine's modules are scripts here, each of which leaves what it exports in a variable. */
class WorkerFiles extends PackedFiles {
  /** Only `fetch` loads something here, and it knows the files by their URLs. */
  beside(name) {
    return this.besides(name);
  }

  async script(url) {
    load(this.address(url));
    return globalThis.vivariumModule;
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
