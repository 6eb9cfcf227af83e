// Prepares the engine for those who start it from a memory image.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const DATA_COUNT = 12;
const DATA = 11;

// What the kernel and Pyodide's other script ask Emscripten's module for.
const ASKED = [
  "_Py_Version",
  "__PyRuntime",
  "__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET",
  "_timezone",
  "_daylight",
  "_tzname",
  "_sbrk",
  "_emscripten_stack_get_end",
];

/**
 * A WebAssembly module without its data segments, see https://webassembly.github.io/spec/core/binary/modules.html. Its memory
 * begins empty.
 *
 * @throws when its code refers to segments by their number
 */
export function withoutData(wasm) {
  const kept = [wasm.subarray(0, 8)];
  for (let offset = 8; offset < wasm.length; ) {
    const start = offset;
    const id = wasm[offset++];
    let length = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = wasm[offset++];
      length |= (byte & 0x7f) << shift;
    }
    offset += length;
    if (id !== DATA && id !== DATA_COUNT) kept.push(wasm.subarray(start, offset));
  }
  const module = Buffer.concat(kept);
  if (!WebAssembly.validate(module)) throw new Error("the engine's code refers to its data segments");
  return module;
}

/**
 * Emscripten's script for an engine, made to start quickly from an image:
 *
 * - Without its four thousand variables for functions that it does not call itself: almost half of the script, read at each
 *   start. They are set on the module in a loop.
 * - Where `Module.lean` has the length that the table of functions should have, the loop and everything else that extension
 *   modules need to find the engine's functions wait until the first of them is loaded, or until `Module.link` is called.
 *
 * @throws when the script is not written as expected
 */
export function lean(script) {
  const edited = [
    ['mergeLibSymbols(wasmExports,"main");', (text) => `if(!Module.lean)${text}`],
    [
      "updateGOT(origExports);",
      (text) => `if(Module.lean){wasmTable.grow(Module.lean-wasmTable.length);Module.link=()=>{delete Module.lean;delete Module.link;
mergeLibSymbols(origExports,"main");assignWasmExports(wasmExports);${text}reportUndefinedSymbols()}}else ${text}`,
    ],
    ["var reportUndefinedSymbols=()=>{", (text) => `${text}if(Module.lean)return;`],
    ["function loadDynamicLibrary(libName,flags={global:true,nodelete:true},localScope,handle){", linked],
    ["function __dlsym_js(handle,symbol,symbolIndex){", linked],
    ["function __dlsym_catchup_js(handle,symbolIndex){", linked],
  ].reduce(replaced, script);
  return withoutVariables(edited);
}

/**
 * Emscripten's script for an engine, made to find the engine's functions in their table where WebKit runs it: there, a function
 * that a table holds is another object than the same function among the exports. Emscripten knows functions by their objects; it
 * would put a thousand of them into the table once more, and no image would fit.
 *
 * @throws when the script is not written as expected
 */
export function findingFunctions(script) {
  const exports = `Module.lean?instance.exports:(${asInTable})(instance.exports,wasmTable)`;
  return replaced(script, ["wasmExports=instance.exports;", () => `wasmExports=${exports};`]);
}

/** The exports of an engine, with the objects that its table has for them. The name of a function is its number in the module. */
function asInTable(exports, imported) {
  const table = exports.__indirect_function_table ?? imported;
  const names = Object.keys(exports).filter((name) => typeof exports[name] === "function");
  const exported = new Map(names.map((name) => [exports[name].name, exports[name]]));
  const held = new Map();
  for (let i = 0; i < table.length; i++) {
    const found = table.get(i);
    if (!found || !exported.has(found.name)) continue;
    if (found === exported.get(found.name)) return exports; // All other browsers.
    held.set(found.name, found);
  }
  return { ...exports, ...Object.fromEntries(names.map((name) => [name, held.get(exports[name].name) ?? exports[name]])) };
}

function linked(opening) {
  return `${opening}Module.link?.();`;
}

function replaced(script, [text, edit]) {
  if (script.split(text).length !== 2) throw new Error(`the engine's script does not have "${text}" once`);
  return script.replace(text, () => edit(text));
}

function withoutVariables(script) {
  const [assigning, body] = bodyOf(script, "function assignWasmExports(wasmExports){");
  const declaring = /var (?:_\w+,){50}[^;]*;/.exec(script);
  if (!declaring || declaring.index > assigning) throw new Error("the engine's script does not declare its functions as expected");
  const end = declaring.index + declaring[0].length;
  const others = script.slice(0, declaring.index) + script.slice(end, assigning) + script.slice(assigning + body.length);
  const called = new Set(others.match(/(?<![\w$."'])_\w+/g));
  const asked = new Set([...ASKED, ...Array.from(others.matchAll(/\bModule\.(_\w+)/g), ([, name]) => name)]);
  const nameOf = (statement) => /^\w*/.exec(statement)[0];
  const isCalled = (name) => !name.startsWith("_") || called.has(name);
  const declared = declaring[0].slice(4, -1).split(",").filter(isCalled);
  const statements = body.split(";");
  const assigned = statements.filter((statement) => isCalled(nameOf(statement)));
  // A variable that is not declared any more is not assigned: only the module's property is.
  const set = statements
    .filter((statement) => !isCalled(nameOf(statement)) && asked.has(nameOf(statement)))
    .map((statement) => statement.slice(nameOf(statement).length + 1));
  const loop =
    "if(!Module.lean)for(var name in wasmExports){var it=wasmExports[name];" +
    'Module["_"+name]=typeof it=="object"&&typeof it.value=="number"?it.value>>>0:it}';
  return [
    script.slice(0, declaring.index),
    `var ${declared};`,
    script.slice(end, assigning),
    [loop, ...assigned, ...set].join(";"),
    script.slice(assigning + body.length),
  ].join("");
}

/** Where the body of a function begins, and the body. */
function bodyOf(script, opening) {
  const start = script.indexOf(opening) + opening.length;
  let depth = 1;
  for (let end = start; end < script.length; end++) {
    if (script[end] === "{") depth++;
    else if (script[end] === "}" && --depth === 0) return [start, script.slice(start, end)];
  }
  throw new Error(`the engine's script has no "${opening}"`);
}

/**
 * Compresses with Brotli, which takes long: what was compressed before is found in the folder `cache`.
 *
 * @param quality from 0 to 11
 * @param window how far it looks back: the logarithm of bytes
 */
export function brotli(bytes, cache, quality, window = constants.BROTLI_DEFAULT_WINDOW) {
  const looks = window === constants.BROTLI_DEFAULT_WINDOW ? "" : `-${window}`;
  const file = join(cache, `${createHash("sha256").update(bytes).digest("hex")}-${quality}${looks}.br`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: window, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(file, brotliCompressSync(bytes, { params }));
  }
  return readFileSync(file);
}

/**
 * MicroPython's script, which tells `Module.continued` when code begins to wait for a promise, and calls what that gives before the
 * code goes on. So what several scripts do in turns can be told apart.
 */
export function tellingTurns(script) {
  return [
    ["js_then_continue:function(jsref,py_resume,resolve,reject,out){", (text) => `${text}const turn=Module.continued?.();`],
    ["result=>{py_resume_js(", () => "result=>{turn?.();py_resume_js("],
    ["reason=>{py_resume_js(", () => "reason=>{turn?.();py_resume_js("],
  ].reduce(replaced, script);
}
