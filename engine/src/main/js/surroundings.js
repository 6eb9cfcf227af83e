// What Python finds around it: as much of a web worker as it needs. Time stands still but for sleeping, chance repeats
// itself, and the network is the host's to allow.
import { connect } from "./network.js";
import { timers } from "./time.js";
import { webClasses } from "./web.js";

const ORIGIN = "https://vivarium.invalid/";

/**
 * Makes the surroundings of this realm.
 *
 * @param lent the functions of the realm outside
 * @returns what the host alone may hold
 */
export function surround(lent) {
  const files = new Map();
  const outbox = [];
  const listeners = { message: [], unhandledrejection: [], error: [] };
  const dispatch = (type, event) => {
    for (const listener of listeners[type]) listener(event);
  };
  lent.onLost((reason) => dispatch("unhandledrejection", { reason: ours(reason), preventDefault() {} }));
  const { clock, ...time } = timers((error) => dispatch("error", { error: ours(error), preventDefault() {} }));
  const random = chance(0x5eed);
  const network = connect(ORIGIN, files);
  const surroundings = {
    ...webClasses(lent),
    ...time,
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
    queueMicrotask: (action) => void Promise.resolve().then(() => action()),
    addEventListener: (type, listener) => listeners[type]?.push(listener),
    postMessage: (message) => outbox.push(String(message)),
  };
  for (const [name, value] of Object.entries(surroundings)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  Math.random = random.next;
  compileAtOnce();

  return {
    /** The memory of an interpreter, to start from. */
    image: undefined,
    made: undefined,
    failure: "",
    setImage(buffer) {
      this.image = own(buffer);
    },
    addFile: (name, buffer) => void files.set(name, own(buffer)),
    limitMemory,
    send: (text) => dispatch("message", { data: text }),
    take: () => outbox.splice(0),
    requests: network.take,
    answer: (id, refusal, status, headers, body) =>
      network.answer(id, refusal, status, headers && Array.from(headers, String), body && own(body)),
    goOn: clock.goOn,
    /** Time and chance begin anew. */
    restart(time) {
      clock.set(time);
      random.restart();
    },
  };
}

/** What was thrown, unless it may be the realm outside that threw it. */
function ours(thrown) {
  if (Object(thrown) !== thrown || thrown instanceof Error) return thrown;
  return new Error("something was thrown that is no error");
}

/** A copy of the host's buffer that belongs to this realm. */
export function own(buffer) {
  const copy = new Uint8Array(buffer.byteLength);
  copy.set(new Uint8Array(buffer));
  return copy.buffer;
}

/** Modules are compiled while their caller waits: nothing of V8's own is left to wait for. */
function compileAtOnce() {
  const compiled = async (source, imports) => {
    const module = new WebAssembly.Module(source);
    return { module, instance: new WebAssembly.Instance(module, imports) };
  };
  WebAssembly.compile = async (bytes) => new WebAssembly.Module(bytes);
  WebAssembly.instantiate = async (source, imports) =>
    source instanceof WebAssembly.Module ? new WebAssembly.Instance(source, imports) : compiled(source, imports);
  WebAssembly.instantiateStreaming = async (response, imports) => compiled(await (await response).arrayBuffer(), imports);
  delete WebAssembly.compileStreaming;
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
