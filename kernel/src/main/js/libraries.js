// Native extensions (Emscripten's side modules) in memory images. An image keeps what a library wrote to memory, but not the
// library itself: its functions stand in the engine's table of functions, where C finds them by index, and its names in
// Emscripten's JavaScript. A record tells what stood where; placing puts it back there, function by function.
//
// Placing runs nothing of a library, neither constructors nor relocations: what they did is in the memory that is copied
// afterwards.

const { Instance, instantiate } = WebAssembly;

/** Stands for the engine itself among the numbers of libraries. */
const ENGINE = -1;

/** What was there when `tableBase` looked, for each module: the trampoline's slot and the linker's symbols. */
const beginnings = new WeakMap();

/** How an instance was made that exports this function: `{compiled, memory, table, order}`. */
const origins = new WeakMap();
let count = 0;

/**
 * The length of the table of functions before there are libraries in it. To be called once for each module, as soon as it is
 * there: an engine without Python's trampoline gets an empty slot in its place, so that all engines count alike; and with
 * `_makeSnapshot` the libraries are watched as they come, for Emscripten forgets where it put those that C did not open.
 */
export function tableBase(module) {
  const trampoline = module.HEAP32[trampolineSlot(module)] || module.getEmptyTableSlot();
  const recordable = Boolean(module.API.config._makeSnapshot);
  const symbols = recordable && new Map(Object.entries(module.GOT).map(([name, { value }]) => [name, value]));
  beginnings.set(module, { trampoline, symbols });
  if (recordable) watch();
  return module.wasmTable.length;
}

/** Where in HEAP32 Python keeps the slot of the function through which it calls others; an engine has its own, or none (0). */
export function trampolineSlot(module) {
  const offset = module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET ?? module.__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET;
  return (module.__PyRuntime + module.HEAP32[offset >> 2]) >> 2;
}

/**
 * Records the libraries, as an object for JSON. A number is an index into `libraries`, which stand in the order in which they
 * were instantiated, or -1 for the engine.
 *
 *   base, length   of the table, without and with the libraries
 *   libraries      {name, global, refcount: null for ever, memory and table: where it begins, size: its slots in the table,
 *                  needed: [number, ...], scope: the number of the library in whose scope it finds its functions}
 *   names          [path, number] and
 *   handles        [address, number], in the order in which Emscripten has them
 *   slots          [index, number, name of the exported function], those that are not between table and table + size
 *   free           the indexes of the empty slots; the last one is taken next
 *   symbols        [name, value, required] of the symbols that the linker did not have at first
 *
 * @param base from `tableBase`
 * @throws when there is something that cannot be placed again; the message says what
 */
export function recordLibraries(module, base) {
  const { wasmTable: table, freeTableIndexes, LDSO } = module;
  const loaded = loadedLibraries(module);
  const numbered = ([key, dso]) => [key, loaded.findIndex((library) => library.dso === dso)];
  const names = Object.entries(LDSO.loadedLibsByName).filter(([, dso]) => dso !== engine(module)).map(numbered);
  const handles = Object.entries(LDSO.loadedLibsByHandle).map(numbered).filter(([address]) => address !== "0");
  const libraries = loaded.map(({ dso, origin, size, needed }) => {
    if (WebAssembly.Module.exports(origin.compiled).some(({ name }) => /^__(em_js__|start_em_asm$)/.test(name))) {
      throw new Error(`the library ${dso.name} has JavaScript in it, which no image can keep`);
    }
    const refcount = Number.isFinite(dso.refcount) ? dso.refcount : null;
    return { name: dso.name, global: Boolean(dso.global), refcount, memory: origin.memory, table: origin.table, size, needed };
  });
  names.forEach(([, number]) => adopt(libraries, number, number));
  const isOwn = (library, index) => index >= library.table && index < library.table + library.size;
  const slots = [...namedSlots(module, loaded)]
    .filter(([index, [number]]) => (number === ENGINE ? index >= base : !isOwn(libraries[number], index)))
    .map(([index, [number, name]]) => [index, number, name]);
  const known = new Set([...freeTableIndexes, ...slots.map(([index]) => index)]);
  for (let index = base; index < table.length; index++) {
    if (table.get(index) && !known.has(index) && !libraries.some((library) => isOwn(library, index))) {
      throw new Error("C holds a function without a name, such as a callback of ctypes, which no image can keep");
    }
  }
  const { symbols: before } = beginnings.get(module);
  const symbols = Object.entries(module.GOT)
    .filter(([name, { value }]) => before.get(name) !== value)
    .map(([name, { value, required }]) => [name, value, Boolean(required)]);
  return { base, length: table.length, libraries, names, handles, slots, free: [...freeTableIndexes], symbols };
}

/**
 * Compiles the libraries of a record.
 *
 * @param bytesOf gives, for the name of a library, the bytes of its file
 * @returns a Map from names to WebAssembly.Module; workers can be given it
 */
export async function compileLibraries({ libraries }, bytesOf) {
  return new Map(await Promise.all(libraries.map(async ({ name }) => [name, await WebAssembly.compile(await bytesOf(name))])));
}

/**
 * Puts the libraries of a record into a module that is as `tableBase` left it, with memory as large as the image's. The image
 * is to be copied to it afterwards: before, nothing there is needed, and the data of the libraries is written.
 *
 * @param compiled from `compileLibraries`
 * @throws when something would not stand where it stood; the module is of no use then
 */
export function placeLibraries(module, record, compiled) {
  const { wasmTable: table, freeTableIndexes, LDSO } = module;
  if (table.length !== record.base) throw new Error(`the table of functions starts with ${table.length}, not ${record.base}`);
  table.grow(record.length - record.base);
  for (const [name, value, required] of record.symbols) {
    Object.assign(module.GOTHandler.get(new Set(), name), { value, required });
  }
  placeSlots(module, record, ENGINE, (name) => module.resolveGlobalSymbol(name).sym);
  const scopes = record.libraries.map(() => ({}));
  const loaded = [];
  record.libraries.forEach((library, number) => {
    const { name, global, refcount, needed } = library;
    const scope = scopes[library.scope];
    const instance = place(module, library, compiled.get(name), scope);
    placeSlots(module, record, number, (exported) => instance.exports[exported]);
    const exports = module.relocateExports(instance.exports, library.memory);
    if (global) module.mergeLibSymbols(exports, name);
    else Object.assign(scope, ...needed.map((other) => loaded[other].exports), exports);
    loaded.push({ refcount: refcount ?? Infinity, name, exports, global });
  });
  for (const [name, number] of record.names) LDSO.loadedLibsByName[name] = loaded[number];
  for (const [address, number] of record.handles) LDSO.loadedLibsByHandle[address] = loaded[number] ?? engine(module);
  freeTableIndexes.splice(0, Infinity, ...record.free);
  if (table.length !== record.length) throw new Error(`the table of functions ends with ${table.length}, not ${record.length}`);
}

/**
 * What stands in the table of functions, as an object for JSON: by the name of the library, and "" for the engine, how many
 * slots are filled and a hash of their indexes and functions. Without the trampoline, so that it is the same for every engine.
 */
export function tableMap(module) {
  const loaded = loadedLibraries(module);
  const named = namedSlots(module, loaded);
  const left = new Set([beginnings.get(module).trampoline, ...module.freeTableIndexes]);
  const map = {};
  for (let index = 0; index < module.wasmTable.length; index++) {
    const found = left.has(index) ? null : module.wasmTable.get(index);
    if (!found) continue;
    const around = loaded.findIndex(({ origin: { table }, size }) => index >= table && index < table + size);
    // The name of a function of WebAssembly is its number in its module.
    const [number, name] = around === -1 ? (named.get(index) ?? [ENGINE, found.name]) : [around, found.name];
    const entry = (map[loaded[number]?.dso.name ?? ""] ??= { filled: 0, hash: 0 });
    entry.filled += 1;
    for (const letter of `${index} ${name}\n`) entry.hash = (Math.imul(entry.hash, 31) + letter.codePointAt(0)) | 0;
  }
  return map;
}

/** Notes where Emscripten puts each library that this realm loads from now on. */
function watch() {
  if (WebAssembly.Instance !== Instance) return;
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (_, values) => noted(values[0], new Instance(...values), values[1]),
  });
  WebAssembly.instantiate = async (...values) => {
    const result = await instantiate(...values);
    noted(result.module ?? values[0], result.instance ?? result, values[1]);
    return result;
  };
}

function noted(compiled, instance, imports) {
  const { __memory_base: memory, __table_base: table } = imports?.env ?? {};
  if (typeof memory === "number") {
    const origin = { compiled, memory, table, order: count++ };
    for (const exported of Object.values(instance.exports)) {
      if (typeof exported === "function") origins.set(exported, origin);
    }
  }
  return instance;
}

function engine(module) {
  return module.LDSO.loadedLibsByName.__main__;
}

/** The libraries in the order in which they were instantiated. */
function loadedLibraries(module) {
  const known = new Set(Object.values(module.LDSO.loadedLibsByName));
  known.delete(engine(module));
  const libraries = [...known].map((dso) => {
    const origin = origins.get(Object.values(dso.exports).find((exported) => origins.has(exported)));
    if (!origin) throw new Error(`it is not known where the library ${dso.name} stands`);
    const { tableSize: size, neededDynlibs } = module.getDylinkMetadata(origin.compiled);
    return { dso, origin, size, neededDynlibs };
  });
  libraries.sort((one, other) => one.origin.order - other.origin.order);
  const file = (path) => path.slice(path.lastIndexOf("/") + 1);
  const numberOf = (path) => {
    const number = libraries.findIndex(({ dso }) => file(dso.name) === file(path));
    if (number === -1) throw new Error(`it is not known which library is ${path}`);
    return number;
  };
  return libraries.map(({ neededDynlibs, ...library }) => ({ ...library, needed: neededDynlibs.map(numberOf) }));
}

/** A library shares the scope of the one for whose sake it was loaded. */
function adopt(libraries, number, scope) {
  if (libraries[number].scope !== undefined) return;
  libraries[number].scope = scope;
  libraries[number].needed.forEach((other) => adopt(libraries, other, scope));
}

/** The functions in the table that somebody exports, as a Map from the index to [number, name]. */
function namedSlots(module, loaded) {
  const named = new Map();
  // The engine comes last, for Emscripten adds to its exports those of global libraries.
  const owners = [...loaded.map(({ dso }, number) => [number, dso]), [ENGINE, engine(module)]];
  for (const [number, { exports }] of owners) {
    for (const [name, exported] of Object.entries(exports)) {
      const index = typeof exported === "function" ? module.getFunctionAddress(exported) : 0;
      if (index !== 0 && !named.has(index)) named.set(index, [number, name]);
    }
  }
  return named;
}

/** Gives the functions of one owner the slots that they had, before Emscripten gives them others. */
function placeSlots(module, { slots }, owner, functionOf) {
  for (const [index, , name] of slots.filter(([, number]) => number === owner)) {
    const found = functionOf(name);
    module.freeTableIndexes.splice(0, Infinity, index);
    if (!found || module.addFunction(found, found.sig) !== index) throw new Error(`the function ${name} is not where it was`);
  }
  module.freeTableIndexes.length = 0;
}

function place(module, { memory, table, size }, compiled, scope) {
  const { exports } = engine(module);
  const resolve = (name) => {
    const found = module.resolveGlobalSymbol(name).sym ?? scope[name];
    if (!found) throw new Error(`no library has the function ${name}`);
    return found;
  };
  const env = new Proxy({}, {
    get(_, name) {
      if (name === "__memory_base") return memory;
      if (name === "__table_base") return table;
      if (name in exports && !exports[name].stub) return exports[name];
      // Looked for at the first call, since libraries may need one another.
      let found;
      return (...values) => (found ??= resolve(name))(...values);
    },
  });
  const imports = { env, wasi_snapshot_preview1: env, "GOT.mem": module.GOT, "GOT.func": module.GOT };
  const instance = noted(compiled, new Instance(compiled, imports), imports);
  module.updateTableMap(table, size);
  return instance;
}
