// Comes first in the worker of a sandbox: everything that it may know is sent to it.
import { SuppliedFiles } from "./supplied.js";

const PAGE = 65536; // Bytes of a page of WebAssembly's memory.

// As in a worker that is a module: there, Pyodide imports what it needs.
self.importScripts = () => {
  throw new TypeError("a sandbox has no scripts to import");
};

addEventListener("message", (event) => {
  const { data } = event;
  if (data?.begin) {
    globalThis.vivariumSupplied = new SuppliedFiles(data.begin);
    globalThis.vivariumSupplied.serve();
    limitMemory(data.begin.memory);
  } else if (Number.isInteger(data?.fetched)) {
    globalThis.vivariumSupplied.fetched(data);
  } else {
    if (Number.isInteger(data?.ask)) data.port = { postMessage: (answer) => answerFiles(data.ask, answer) };
    return;
  }
  event.stopImmediatePropagation(); // No message for the kernel.
});

/** Python hears of it as it does where there is no memory left. */
function limitMemory(most) {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > most) throw new RangeError("there is no more memory for this code");
    return grow.call(this, pages);
  };
}

function answerFiles(ask, { value, error }) {
  if (value instanceof Uint8Array) return postMessage({ text: JSON.stringify({ ask }), bytes: value });
  const parts = (value?.written ?? []).filter(({ bytes }) => bytes).map(({ bytes }) => bytes);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) bytes.set(part, (at += part.length) - part.length);
  const written = value?.written?.map(({ path, size, bytes }) => ({ path, size, held: Boolean(bytes) }));
  return postMessage({ text: JSON.stringify({ ask, error, value: written ? { ...value, written } : value }), bytes });
}
