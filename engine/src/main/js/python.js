// What the build runs in V8 for a document: the kernel and Pyodide, in surroundings that look like a web worker and let
// nothing out. `worker` is for the host alone; code that runs inside does not find it.
import { worker } from "./inside.js";
import { launch } from "./engine.js";
import { own } from "./surroundings.js";
import { start } from "../../../../kernel/target/classes/vivarium/kernel/kernel.js";
import { enterFolder, placeFile } from "../../../../kernel/src/main/js/files.js";
import { readImage } from "../../../../kernel/src/main/js/image.js";
import { functionsOf, heapEnd, record, recording, restoring, SNAPSHOT } from "../../../../kernel/src/main/js/memory.js";

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
  if (!worker.image) return launch(all, recording);
  const image = Promise.resolve(readImage(new Uint8Array(worker.image)));
  return launch({ ...all, _loadSnapshot: SNAPSHOT }, (create) => restoring(create, image));
}

/**
 * Makes an image, which is in `made` then, or in `failure` why there is none.
 *
 * @param wheel the URL of Vivarium's Python side
 * @param imports the modules that it has imported, a JSON list
 * @param packages the packages that it may have, a JSON list; those that are wanted are in it
 */
worker.makeImage = (wheel, imports, packages) => {
  makeImage(wheel, JSON.parse(imports), JSON.parse(packages)).then(
    (image) => void (worker.made = image.buffer),
    (error) => void (worker.failure = String(error?.message ?? error).trim().split("\n").at(-1).slice(0, 300)),
  );
};

async function makeImage(wheel, imports, packages) {
  const pyodide = (python = await load({ _makeSnapshot: true }));
  if (!worker.image) {
    const extractDir = pyodide._api.sitepackages;
    pyodide.unpackArchive(await (await fetch(wheel)).arrayBuffer(), "wheel", { extractDir });
  }
  const wanted = packages.filter((each) => each.wanted);
  if (wanted.length > 0) await unpack(pyodide, wanted);
  const images = pyodide.pyimport("vivarium.images");
  images.begin();
  images.load(JSON.stringify(imports));
  images.sweep(heapEnd(pyodide));
  images.destroy();
  return record(pyodide, { imports, packages: wanted.map(({ name, version, sha256 }) => ({ name, version, sha256 })) });
}

/** Puts packages where Python finds them, unless they are there. */
async function unpack(pyodide, packages) {
  const wheels = pyodide.pyimport("vivarium.wheels");
  for (const { name, version, sha256, url } of packages) {
    if (!wheels.is_installed(name)) wheels.unpack(name, version, sha256, await (await fetch(url)).arrayBuffer());
  }
  wheels.destroy();
}

/** Imports what the cells, a JSON list, import; returns a JSON list of what was imported. */
worker.prepare = (cells) => python.pyimport("vivarium.images").prepare(cells);

/** A job begins: from now on time and chance are what they are in each run of it. */
worker.begin = (time) => {
  worker.restart(time);
  python.pyimport("vivarium.images").resume();
};

/** Files that cells find, and the folder in which they begin. */
worker.placeFile = (path, buffer) => placeFile(python.FS, path, new Uint8Array(own(buffer)));
worker.enterFolder = (folder) => enterFolder(python, folder);

/** The functions in the interpreter's table, as text, to compare two interpreters. */
worker.functions = () => JSON.stringify(functionsOf(python));

export default worker;
