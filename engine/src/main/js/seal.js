// Seals this realm as soon as it is loaded, before anything else is: of Node.js nothing is left, time stands still but for
// sleeping, and chance repeats itself.
import { connect } from "./network.js";
import { timers } from "./time.js";

const LANGUAGE = new Set([
  "Object", "Function", "Array", "Number", "parseFloat", "parseInt", "Infinity", "NaN", "undefined", "Boolean", "String",
  "Symbol", "Date", "Promise", "RegExp", "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError",
  "SyntaxError", "TypeError", "URIError", "SuppressedError", "DisposableStack", "AsyncDisposableStack", "globalThis",
  "JSON", "Math", "Intl", "ArrayBuffer", "Atomics", "Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array",
  "Int32Array", "Float16Array", "Float32Array", "Float64Array", "Uint8ClampedArray", "BigUint64Array", "BigInt64Array",
  "DataView", "Map", "BigInt", "Set", "Iterator", "WeakMap", "WeakSet", "WeakRef", "Proxy", "Reflect",
  "FinalizationRegistry", "SharedArrayBuffer", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent",
  "escape", "unescape", "eval", "isFinite", "isNaN", "WebAssembly",
]);
const WEB = ["URL", "URLSearchParams", "TextEncoder", "queueMicrotask", "atob", "btoa", "AbortController", "AbortSignal",
  "Event", "EventTarget", "DOMException", "structuredClone"];
const ORIGIN = "https://vivarium.invalid/";

/** What the host of the sealed realm needs; nothing in the realm leads here. */
export const worker = seal();

function seal() {
  const files = new Map();
  const { process, TextDecoder: NodeDecoder, Buffer } = globalThis;
  const outbox = [];
  const listeners = { message: [], unhandledrejection: [] };
  const dispatch = (type, event) => {
    for (const listener of listeners[type]) listener(event);
  };
  const lost = (reason) => dispatch("unhandledrejection", { reason, preventDefault() {} });
  process.removeAllListeners();
  process.on("unhandledRejection", lost);
  process.on("uncaughtException", lost);
  const leave = () => {
    throw new Error("nothing leaves this process");
  };
  for (const name of ["exit", "reallyExit", "abort", "kill", "dlopen", "binding", "_linkedBinding", "chdir"]) process[name] = leave;

  const web = Object.fromEntries(WEB.map((name) => [name, globalThis[name]]));
  for (const name of Reflect.ownKeys(globalThis)) {
    if (!LANGUAGE.has(name) && name !== Symbol.toStringTag) delete globalThis[name];
  }
  const { clock, ...time } = timers();
  const random = chance(0x5eed);
  const network = connect(ORIGIN, files);
  const surroundings = {
    ...web,
    ...time,
    TextDecoder: decoder(NodeDecoder, Buffer),
    self: globalThis,
    WorkerGlobalScope: class WorkerGlobalScope {
      static [Symbol.hasInstance](value) {
        return value === globalThis;
      }
    },
    location: { href: ORIGIN, origin: ORIGIN.slice(0, -1), toString: () => ORIGIN },
    navigator: { userAgent: "Vivarium", language: "en-US", languages: ["en-US"], hardwareConcurrency: 1, onLine: false },
    console: Object.fromEntries(["log", "info", "warn", "error", "debug", "trace", "dir"].map((name) => [name, () => {}])),
    crypto: {
      getRandomValues(view) {
        const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
        for (let i = 0; i < bytes.length; i++) bytes[i] = random.next() * 256;
        return view;
      },
    },
    fetch: network.fetch,
    Request: network.Request,
    addEventListener: (type, listener) => listeners[type]?.push(listener),
    postMessage: (message) => outbox.push(String(message)),
  };
  for (const [name, value] of Object.entries(surroundings)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  Math.random = random.next;
  const compiled = async (source, imports) => {
    const module = new WebAssembly.Module(source);
    return { module, instance: new WebAssembly.Instance(module, imports) };
  };
  WebAssembly.compile = async (bytes) => new WebAssembly.Module(bytes);
  WebAssembly.instantiate = async (source, imports) =>
    source instanceof WebAssembly.Module ? new WebAssembly.Instance(source, imports) : compiled(source, imports);
  WebAssembly.instantiateStreaming = async (response, imports) => compiled(await (await response).arrayBuffer(), imports);
  delete WebAssembly.compileStreaming;

  return {
    /** The memory of an interpreter, to start from or, when there was none, to keep. */
    image: undefined,
    addFile: (name, bytes) => void files.set(name, bytes),
    limitMemory,
    send: (text) => dispatch("message", { data: text }),
    take: () => outbox.splice(0),
    requests: network.take,
    answer: network.answer,
    goOn: clock.goOn,
    begin(time) {
      clock.set(time);
      random.restart();
    },
  };
}

/** Past the limit memory does not grow, which Python sees as a MemoryError. */
function limitMemory(most) {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > most) throw new RangeError("memory limit");
    return grow.call(this, pages);
  };
}

/** Numbers from 0 to 1, the same after each restart (mulberry32). */
function chance(start) {
  let seed = start;
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, restart: () => void (seed = start) };
}

/** This V8 comes without the tables for Latin 1. */
function decoder(NodeDecoder, Buffer) {
  const bytes = (view) => ArrayBuffer.isView(view) ? Buffer.from(view.buffer, view.byteOffset, view.byteLength) : Buffer.from(view);
  return class TextDecoder {
    #decoder;
    constructor(label = "utf-8", options) {
      const isLatin1 = /^(latin1|iso-8859-1|windows-1252|ascii|us-ascii)$/i.test(label.trim());
      if (!isLatin1) this.#decoder = new NodeDecoder(label, options);
    }
    get encoding() {
      return this.#decoder?.encoding ?? "windows-1252";
    }
    decode(view, options) {
      if (this.#decoder) return this.#decoder.decode(view, options);
      return view === undefined ? "" : bytes(view).latin1Slice();
    }
  };
}
