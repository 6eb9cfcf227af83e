// Starts Python in a browser: from a memory image, or from nothing.
import { readImage } from "../../../../kernel/src/main/js/image.js";
import { restoring, SNAPSHOT, writeData } from "../../../../kernel/src/main/js/memory.js";
import { imported } from "./addresses.js";
import { prefersImage, rememberPlainStart } from "./choosing.js";
import { engineScript } from "./engine-script.js";
import { placeLibrary } from "./library.js";
import { forget, load } from "./loading.js";

const NOTHING = "data:,"; // In place of what Pyodide would fetch by itself.

/**
 * Starts Python.
 *
 * @param engine the URL of the folder of pyodide.mjs, with a final slash
 * @param image the URL of an image; empty to start from nothing
 * @param given what another worker of the page has loaded already: perhaps a `module`, perhaps an `image`
 * @param tell told whether an image is being restored, which need not succeed
 * @returns `{pyodide, isRestored, module, files}`, with the compiled engine, and [url, promise of bytes] of what was loaded
 */
export async function startPython(engine, image, given = {}, tell) {
  if (!image) return plain(engine);
  tell(true);
  try {
    const scripts = Promise.all([imported(`${engine}pyodide.mjs`), imported(`${engine}python.mjs`)]);
    scripts.catch(() => {}); // Heard of when they are waited for; so for other promises here.
    const isWanted = given.module || (await prefersImage(engine, image));
    if (isWanted) return await fromImage(engine, scripts, partsOf(engine, image, given));
  } catch (error) {
    await forget([wasmOf(engine), image]);
    console.warn(`Python starts without its memory image: ${String(error?.message ?? error).slice(0, 300)}`);
  } finally {
    tell(false);
  }
  return plain(engine);
}

function wasmOf(engine) {
  return `${engine}python.wasm.br`;
}

async function plain(engine) {
  const { loadPyodide } = await imported(`${engine}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL: engine, packageBaseUrl: engine, ...(await engineScript(engine)) });
  rememberPlainStart(engine);
  return { pyodide, isRestored: false };
}

function partsOf(engine, url, given) {
  const files = [];
  const loaded = (url) => {
    const bytes = load(url);
    files.push([url, bytes]);
    return bytes;
  };
  const module = given.module ?? loaded(wasmOf(engine)).then((bytes) => WebAssembly.compile(bytes));
  return { module: Promise.resolve(module), image: Promise.resolve(given.image ?? loaded(url)), files };
}

async function fromImage(engine, scripts, { module, image: bytes, files }) {
  const image = bytes.then(readImage);
  for (const part of [module, image]) part.catch(() => {});
  // Never rejected: Pyodide would let that go unhandled, which counts as a breakdown.
  const lock = image.then(({ header }) => header.lock, () => new Promise(() => {}));
  const [{ loadPyodide }, { default: create, olderLock }] = await scripts;
  const options = { indexURL: NOTHING, stdLibURL: NOTHING, _loadSnapshot: SNAPSHOT };
  const pyodide = olderLock
    ? await older(loadPyodide, { ...options, lockFileURL: dataOf(olderLock) }, restoring(instantiatingWithData(create, module), image))
    : await loadPyodide({
        ...options,
        packageBaseUrl: engine,
        lockFileContents: lock,
        createPyodideModule: restoring(instantiating(create, module, image), image),
      });
  placeLibrary(pyodide, engine, (await image).header.standardLibrary);
  return { pyodide, isRestored: true, module: await module, files };
}

/** Starts a Pyodide that looks for the constructor of Emscripten's module in the global scope. */
async function older(loadPyodide, options, create) {
  globalThis._createPyodideModule = create;
  return loadPyodide(options);
}

function dataOf(object) {
  return `data:application/json,${encodeURIComponent(JSON.stringify(object))}`;
}

/** Has such a Pyodide use an engine that is compiled elsewhere. */
function instantiatingWithData(create, module) {
  return (settings) =>
    new Promise((resolve, reject) => {
      settings.instantiateWasm = (imports, done) => {
        const instantiated = module.then(async (compiled) => done(await WebAssembly.instantiate(compiled, imports), compiled));
        instantiated.catch(reject); // Emscripten would wait for ever.
        return {};
      };
      create(settings).then(resolve, reject);
    });
}

/**
 * Has Pyodide use an engine that is compiled elsewhere, for which it has no option, and that has its data from the image. While
 * that is on its way, Emscripten prepares itself.
 */
function instantiating(create, module, image) {
  return (settings) =>
    new Promise((resolve, reject) => {
      const original = settings.instantiateWasm;
      settings.instantiateWasm = (imports, done) => {
        const streaming = WebAssembly.instantiateStreaming;
        WebAssembly.instantiateStreaming = (source, given) => {
          if (given !== imports) return streaming.call(WebAssembly, source, given);
          WebAssembly.instantiateStreaming = streaming;
          const instantiated = instantiate(imports, settings);
          instantiated.catch(reject); // Pyodide would wait for ever.
          return instantiated;
        };
        return original(imports, done);
      };
      create(settings).then(resolve, reject);
    });

  async function instantiate(imports, settings) {
    const instance = await WebAssembly.instantiate(await module, imports);
    const { header } = await image;
    writeData(new Uint8Array(instance.exports.memory.buffer), await image);
    // Python's trampoline has the last place.
    if (!hasExtensions(header.table)) settings.lean = header.table.base - 1;
    return { instance, module: await module };
  }
}

/** Whether an image needs the engine's functions where extension modules look for them. */
function hasExtensions({ libraries, slots, symbols }) {
  return libraries.length > 0 || slots.length > 0 || symbols.length > 0;
}
