// Runs first in a V8 with Node.js in it, and makes a realm in which there is nothing of Node.js: documents' code runs there.
// What that realm needs of this one are a few functions that take and give strings, numbers and bytes. Should code find a way
// from one realm to the other all the same, it finds this one empty as well.

const { process, require: load, TextDecoder, TextEncoder, URL, Buffer } = globalThis;
const vm = load("node:vm");

// What Node.js itself calls while a program runs; every other function of its process goes.
const STAYS = new Set([
  "emit", "nextTick", "on", "off", "once", "cwd", "_tickCallback", "_fatalException", "listenerCount", "removeListener", "hrtime",
  "emitWarning",
]);
// Node.js looks these up at odd moments: where they are missing, a trap on Object.prototype would be handed the process.
const LOOKED_UP = ["noDeprecation", "traceDeprecation", "throwDeprecation", "traceProcessWarnings", "domain"];

// The global names of a realm that has the language and nothing else.
const LANGUAGE = new Set(vm.runInContext("Reflect.ownKeys(globalThis)", vm.createContext(vm.constants.DONT_CONTEXTIFY)));

/**
 * Makes the realm.
 *
 * @param source the script that runs in it, an expression: a function of what this realm lends
 * @returns what the function returns
 */
export function open(source) {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: true } });
  let lost = () => {};
  const lent = {
    decode,
    encodeInto: (text, bytes) => encoder.encodeInto(text, bytes).written,
    byteLength: (text) => Buffer.byteLength(text),
    parseUrl,
    onLost: (listener) => void (lost = listener),
  };
  const inside = vm.runInContext(source, context)(lent);
  const tell = (reason) => lost(reason);
  process.removeAllListeners();
  process.on("unhandledRejection", tell);
  process.on("uncaughtException", tell);
  empty();
  return inside;
}

const encoder = new TextEncoder();
const latin1 = /^(latin1|iso-8859-1|windows-1252|ascii|us-ascii)$/i; // This V8 comes without the tables for it.

function decode(label, fatal, ignoreBOM, bytes) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return latin1.test(label) ? view.latin1Slice() : new TextDecoder(label, { fatal, ignoreBOM }).decode(view);
}

function parseUrl(url, base) {
  const { href, origin, protocol, host, hostname, port, pathname, search, hash, username, password } = new URL(url, base);
  return JSON.stringify({ href, origin, protocol, host, hostname, port, pathname, search, hash, username, password });
}

/** Leaves nothing in this realm that leads out of it, or that could be made to. */
function empty() {
  process.emitWarning = () => {};
  for (let link = process; link && link !== Object.prototype; link = Object.getPrototypeOf(link)) {
    for (const key of Reflect.ownKeys(link)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(link, key);
      const isFunction = typeof value === "function" || get || set;
      if (isFunction && !STAYS.has(key) && key !== "constructor" && typeof key === "string") {
        if (!Reflect.deleteProperty(link, key)) link[key] = undefined;
      }
    }
  }
  for (const key of LOOKED_UP) Object.defineProperty(process, key, { value: undefined, writable: true, configurable: true });
  for (const key of Reflect.ownKeys(globalThis)) {
    if (!LANGUAGE.has(key)) delete globalThis[key];
    else freeze(globalThis[key]);
  }
}

function freeze(intrinsic) {
  if (intrinsic === globalThis || Object(intrinsic) !== intrinsic) return;
  Object.freeze(intrinsic);
  if (intrinsic.prototype) Object.freeze(intrinsic.prototype);
}
