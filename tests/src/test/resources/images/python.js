// Python in a realm of its own, from nothing or from a memory image.
import { readImage } from "kernel/image.js";
import { trampolineSlot } from "kernel/libraries.js";
import { functionsOf, record, recording, restoring, SNAPSHOT } from "kernel/memory.js";

/**
 * Starts Python and runs code in it.
 *
 * @param task
 *   engine        the folder of Pyodide
 *   image         the image to start from, if any
 *   isSimple      whether this is to be an engine that knows no types of functions, as old ones do not
 *   files         [path, URL] of files to put there before
 *   archive       the URL of an archive to unpack before, if any
 *   shared        the path of a library to load for all others before, if any
 *   before        code
 *   isRecorded    whether an image is wanted of what is there then
 *   after         code with a result
 * @returns `{image, functions, trampoline, memory, result}`: the image, what stands in the table of functions, whether Python
 *          has its trampoline there, the size of its memory, and the result of `after` as a string
 */
export async function run({ engine, image, isSimple, files = [], archive, shared, before, isRecorded, after }) {
  if (isSimple) forgetTypes();
  const python = await start(new URL(`${engine}/`, location).href, image);
  for (const [path, url] of files) {
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, new Uint8Array(await bytesOf(url)));
  }
  if (archive) python.unpackArchive(await bytesOf(archive), "tar.gz", { extractDir: "/" });
  if (shared) await python._api.loadDynlib(shared, true);
  if (before) python.runPython(before);
  const module = python._module;
  return {
    image: isRecorded ? record(python) : undefined,
    functions: JSON.stringify(functionsOf(python)),
    trampoline: module.HEAP32[trampolineSlot(module)] !== 0,
    memory: module.HEAPU8.length,
    result: after ? String(python.runPython(after)) : "",
  };
}

async function start(engine, image) {
  const { loadPyodide } = await import(`${engine}pyodide.mjs`);
  const wrapped = (create) => (image ? restoring(create, Promise.resolve(image).then(readImage)) : recording(create));
  const options = { indexURL: engine, _makeSnapshot: true, ...(image && { _loadSnapshot: SNAPSHOT }) };
  if (engine.endsWith("/pyodide/")) {
    const { default: create } = await import(`${engine}pyodide.asm.mjs`);
    return loadPyodide({ ...options, createPyodideModule: wrapped(create) });
  }
  // The older one looks for the constructor in the global scope.
  await import(`${engine}pyodide.asm.js`);
  globalThis._createPyodideModule = wrapped(globalThis._createPyodideModule);
  return loadPyodide(options);
}

/** Python's trampoline comes as a module of its own, which such engines do not compile. */
function forgetTypes() {
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(target, [bytes, ...rest]) {
      if (new TextDecoder("latin1").decode(bytes.slice(0, 1000)).includes("trampoline_call")) {
        throw new WebAssembly.CompileError("unknown type form");
      }
      return new target(bytes, ...rest);
    },
  });
}

async function bytesOf(url) {
  return (await fetch(new URL(url, location))).arrayBuffer();
}
