// Comes first in the worker of a packed page.
import { PackedFiles } from "./files.js";

// As in a worker that is a module: there, Pyodide imports what it needs.
self.importScripts = () => {
  throw new TypeError("a packed page has no scripts to import");
};

addEventListener("message", (event) => {
  if (!event.data?.packed) return;
  event.stopImmediatePropagation(); // No message for the kernel.
  globalThis.vivariumPacked = new PackedFiles(event.data.packed);
  globalThis.vivariumPacked.serve();
});
