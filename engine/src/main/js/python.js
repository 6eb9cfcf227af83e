// What the build runs in V8 for a document: the kernel and Pyodide, in surroundings that look like a web worker and let
// nothing out. `worker` is for the host alone; code that runs inside does not find it.
import { worker } from "./inside.js";
import { loadPyodide } from "pyodide/pyodide.mjs";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { start } from "../../../../kernel/target/classes/vivarium/kernel/kernel.js";
import { readImage } from "../../../../kernel/src/main/js/image.js";
import { functionsOf, record, recording, restoring, SNAPSHOT } from "../../../../kernel/src/main/js/memory.js";

const ENGINE = "https://vivarium.invalid/pyodide/";
const SEED = { PYTHONHASHSEED: "0" }; // Sets come in the same order each time.

let python;

start(async () => {
  python = await load({});
  return { pyodide: python, isRestored: Boolean(worker.image) };
});

/** Starts Python from the image that the host has, or from nothing. */
function load(options) {
  const all = { indexURL: ENGINE, packageBaseUrl: ENGINE, env: { ...SEED }, ...options };
  if (!worker.image) return loadPyodide({ ...all, createPyodideModule: recording(createPyodideModule) });
  const image = Promise.resolve(readImage(new Uint8Array(worker.image)));
  return loadPyodide({ ...all, _loadSnapshot: SNAPSHOT, createPyodideModule: restoring(createPyodideModule, image) });
}

/**
 * Makes an image, which is in `made` then, or in `failure` why there is none.
 *
 * @param wheel the URL of Vivarium's Python side
 * @param imports the modules that it has imported, a JSON list
 */
worker.makeImage = (wheel, imports) => {
  makeImage(wheel, imports).then(
    (image) => void (worker.made = image.buffer),
    (error) => void (worker.failure = String(error?.message ?? error).trim().split("\n").at(-1).slice(0, 300)),
  );
};

async function makeImage(wheel, imports) {
  const pyodide = (python = await load({ _makeSnapshot: true }));
  if (!worker.image) {
    const extractDir = pyodide._api.sitepackages;
    pyodide.unpackArchive(await (await fetch(wheel)).arrayBuffer(), "wheel", { extractDir });
  }
  const images = pyodide.pyimport("vivarium.images");
  images.begin();
  images.load(imports);
  images.sweep();
  images.destroy();
  return record(pyodide, { imports: JSON.parse(imports) });
}

/** Imports what the cells, a JSON list, import; returns a JSON list of what was imported. */
worker.prepare = (cells) => python.pyimport("vivarium.images").prepare(cells);

/** A job begins: from now on time and chance are what they are in each run of it. */
worker.begin = (time) => {
  worker.restart(time);
  python.pyimport("vivarium.images").resume();
};

/** The functions in the interpreter's table, as text, to compare two interpreters. */
worker.functions = () => JSON.stringify(functionsOf(python));

export default worker;
