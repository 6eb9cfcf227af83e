// Starts Python with NumPy from a memory image. All that it needs is asked for at once.
import { readImage } from "kernel/image.js";
import { restoring, SNAPSHOT } from "kernel/memory.js";
import { keep, load } from "web/loading.js";

const AFTER_START = 1000; // Milliseconds, as the kernel has it.
const NOTHING = "data:,";
const LOCK = { info: { version: "0.27.7", python: "3.12.7" }, packages: {} };

const engine = new URL("pyodide/", location).href;
const url = new URL("numpy/image.br", location).href;
const bytes = load(url);
const image = bytes.then(readImage);
const compiled = WebAssembly.compileStreaming(fetch(`${engine}pyodide.asm.wasm`));
const [{ loadPyodide }] = await Promise.all([import(`${engine}pyodide.mjs`), import(`${engine}pyodide.asm.js`)]);

const create = globalThis._createPyodideModule;
const instantiating = (settings) => {
  settings.instantiateWasm = (imports, done) => {
    compiled.then(async (module) => done(await WebAssembly.instantiate(module, imports), module));
    return {};
  };
  return create(settings);
};
globalThis._createPyodideModule = restoring(instantiating, image);
const python = await loadPyodide({
  indexURL: NOTHING,
  stdLibURL: NOTHING,
  lockFileURL: `data:application/json,${encodeURIComponent(JSON.stringify(LOCK))}`,
  _loadSnapshot: SNAPSHOT,
});
const run = () =>
  postMessage(
    python.runPython(`
import time
import numpy
f"{numpy.arange(4).sum()} ready-{time.time_ns() // 1_000_000}"
`),
  );
run();
addEventListener("message", run);
setTimeout(() => keep([[url, bytes]]), AFTER_START);
