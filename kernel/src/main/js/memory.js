// Records the memory of a running interpreter, and brings it back in another engine, through two options that Pyodide has for it:
// `_makeSnapshot` and `createPyodideModule`. What stands outside of memory comes back too: the table of functions with the
// extension modules in it, and files.
import { writeImage } from "./image.js";
import { compileLibraries, placeLibraries, recordLibraries, tableBase, tableMap, trampolineSlot } from "./libraries.js";

const WASM_PAGE = 65536;

/** Given to Pyodide in place of a snapshot of its own format; what it would do with it, `restoring` does. */
export const SNAPSHOT = new Uint8Array(0);

/**
 * Wraps the constructor of Emscripten's module so that `record` can tell what was there before Python started.
 */
export function recording(create) {
  return async (settings) => {
    const data = watchData(settings);
    const module = await create(settings);
    beginnings.set(module, { base: tableBase(module), data: data() });
    return module;
  };
}

/** What was there before Python started: the table's length, and the engine's data. */
const beginnings = new WeakMap();

/** Keeps the engine's data as they are before it runs. */
function watchData(settings) {
  const instantiate = settings.instantiateWasm;
  let data = new Uint8Array(0);
  settings.instantiateWasm = (imports, done) =>
    instantiate(imports, (instance, module) => {
      // Engines before 0.28 are given their memory.
      const memory = new Uint8Array((instance.exports.memory ?? imports.env.memory).buffer);
      const end = memory.findLastIndex((byte) => byte !== 0) + 1;
      data = memory.slice(0, Math.ceil(end / WASM_PAGE) * WASM_PAGE);
      return done(instance, module);
    });
  return () => data;
}

/**
 * Writes the engine's data into its memory, for an engine that came without.
 *
 * @param memory the bytes of a memory that nothing was written to
 * @param image what `readImage` gave
 */
export function writeData(memory, { header, pages, data }) {
  const { size } = header.data;
  for (const [start, bytes] of pages) {
    if (start < size) memory.set(bytes.subarray(0, size - start), start);
  }
  for (const [start, bytes] of data) memory.set(bytes, start);
}

/**
 * Wraps the constructor of Emscripten's module so that it comes to life with an image's memory. The engine is compiled
 * while the image is on its way.
 *
 * @param image a promise of what `readImage` gave
 * @throws when the image belongs to another engine, or its functions do not fit into the table as they did
 */
export function restoring(create, image) {
  return async (settings) => {
    const data = settings.API.config._makeSnapshot ? watchData(settings) : () => new Uint8Array(0);
    const created = create(settings);
    // Who fails first is heard; the other's failure is no news.
    created.catch(() => {});
    const { header, pages, files } = await image;
    if (header.build !== settings.API.config.BUILD_ID) throw new Error("the image was made with another build of Pyodide");
    const bytes = new Map(files);
    const compiled = await compileLibraries(header.table, (name) => bytes.get(name));
    const module = await created;
    beginnings.set(module, { base: tableBase(module), data: data() });
    module.API.restoreSnapshot = () => {
      const { size } = header.memory;
      if (size > module.HEAPU8.length && !module.growMemory(size)) throw new Error("there is not enough memory");
      placeLibraries(module, header.table, compiled);
      copy(module, pages, header.heapEnd); // Over what the libraries wrote while they were placed.
      setTimeZone(module);
      module.API.restoreSnapshot = undefined; // What the image takes is free again.
      for (const [path, content] of files) putBack(module.FS, path, content);
      return header.snapshot;
    };
    return module;
  };
}

/**
 * Records the memory of an interpreter that was started with `recording` and `_makeSnapshot`.
 *
 * @param header what else the image should tell
 * @throws when something is in memory that no image can keep; the message says what
 */
export function record(pyodide, header = {}) {
  const module = pyodide._module;
  const { base, data } = beginnings.get(module);
  forgetPackages(module);
  return writeImage(
    {
      ...header,
      pyodide: pyodide.version,
      build: module.API.config.BUILD_ID,
      python: pyodide.runPython("import sys; sys.version.split()[0]"),
      standardLibrary: standardLibrary(module),
      heapEnd: heapEnd(pyodide),
      lock: module.API.lockfile, // With it Python names the package of a module that is missing.
      table: recordLibraries(module, base),
      snapshot: module.API.serializeHiwireState(),
    },
    module.HEAPU8,
    data,
    filesOf(module),
  );
}

/** Pyodide takes a snapshot only where its object for the packages that were loaded is as empty as at the start. */
function forgetPackages({ API, __hiwire_get: object }) {
  const isEmpty = (value) => value?.constructor === Object && Object.keys(value).length === 0;
  const index = API.getExpectedKeys().findIndex(isEmpty);
  if (index < 0) return;
  const packages = object(index);
  for (const name of Object.keys(packages)) delete packages[name];
}

/** The address at which the heap ends. */
export function heapEnd(pyodide) {
  return pyodide._module._sbrk(0);
}

function standardLibrary(module) {
  // The tuple came with Pyodide 0.28.
  const [major, minor] = module.API.pyVersionTuple ?? [module._py_version_major(), module._py_version_minor()];
  const path = `/lib/python${major}${minor}.zip`;
  return { path, size: module.FS.stat(path).size };
}

/** What stands where in the table of functions, to compare two interpreters. */
export function functionsOf(pyodide) {
  return tableMap(pyodide._module);
}

/**
 * Fills memory, but for the function through which Python calls others: each engine has its own, or none. What lies above the
 * heaps of both was never written to, and what lies below the stack is never read: these millions of zeros need not be written.
 */
function copy(module, pages, heapEnd) {
  const trampoline = module.HEAP32[trampolineSlot(module)];
  const used = [
    [0, module._emscripten_stack_get_end()],
    [module.stackSave(), Math.max(module._sbrk(0), heapEnd)],
  ];
  const clear = (from, to) => {
    for (const [start, end] of used) module.HEAPU8.fill(0, Math.max(from, start), Math.max(from, start, Math.min(to, end)));
  };
  let end = 0;
  for (const [start, bytes] of pages) {
    clear(end, start);
    module.HEAPU8.set(bytes, start);
    end = start + bytes.length;
  }
  clear(end, module.HEAPU8.length);
  module.HEAP32[trampolineSlot(module)] = trampoline;
}

/** C asks for the time zone once, which was when the image was made. */
function setTimeZone(module) {
  const names = module._tzname >> 2;
  const [standard, daylight] = [module.HEAPU32[names], module.HEAPU32[names + 1]];
  if (standard && daylight) module.__tzset_js(module._timezone, module._daylight, standard, daylight);
}

function filesOf({ API, FS, LDSO }) {
  const packages = filesBelow(FS, API.sitepackages);
  const elsewhere = Object.keys(LDSO.loadedLibsByName).filter((path) => path.startsWith("/") && !path.startsWith(API.sitepackages));
  return [...packages, ...elsewhere.map((path) => [path, FS.readFile(path)])];
}

function filesBelow(fs, folder) {
  return fs.readdir(folder).filter((name) => name !== "." && name !== ".." && name !== "__pycache__").flatMap((name) => {
    const path = `${folder}/${name}`;
    return fs.isDir(fs.stat(path).mode) ? filesBelow(fs, path) : [[path, fs.readFile(path)]];
  });
}

function putBack(fs, path, content) {
  fs.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  fs.writeFile(path, content);
}
