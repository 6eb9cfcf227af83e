// A thread for Python, and the ways in which it can wait for the page: in memory that both share, where the page is isolated; by
// setting Python's stack aside (JSPI); else in a request to a service worker.
import { serviceFor } from "../answerers.js";
import { newWorker } from "./newworker.js";
import { beside, ofPage } from "./places.js";

const SIZE = 1 << 20; // Bytes of an answer that are brought at once.
const HEADER = 16;
const STOP = 2; // SIGINT

/**
 * Starts a worker.
 *
 * @returns `{how, post, answer, interrupt, terminate}`
 */
export async function startThread({ type, serviceWorker, onMessage }) {
  const shared = self.crossOriginIsolated ? new SharedArrayBuffer(SIZE) : undefined;
  const interrupts = shared ? new Uint8Array(new SharedArrayBuffer(1)) : undefined;
  const service = shared ? undefined : await answering(type, serviceWorker);
  const how = shared ? "shared" : service ? "service" : "later";
  const worker = await newWorker();
  const answers = new Answers(shared);
  worker.addEventListener("message", ({ data }) => {
    if ("more" in data) answers.more();
    else onMessage(data);
  });
  worker.addEventListener("error", (event) => onMessage({ failed: event.message ?? "The worker's script cannot be loaded." }));
  worker.postMessage({ shared, interrupts, service: service?.id });
  return {
    how,
    post: (message, transfer) => worker.postMessage(message, transfer ?? []),
    answer(id, text) {
      if (id !== undefined) worker.postMessage({ answer: id, text });
      else if (shared) answers.bring(text);
      else service.bring(text);
    },
    interrupt() {
      if (interrupts) interrupts[0] = STOP;
      return Boolean(interrupts);
    },
    terminate: () => worker.terminate(),
  };
}

/** Brings texts of any length to a thread that waits in `Atomics.wait`. */
class Answers {
  #rest;

  constructor(shared) {
    if (!shared) return;
    this.state = new Int32Array(shared, 0, 4);
    this.content = new Uint8Array(shared, HEADER);
  }

  bring(text) {
    this.#rest = new TextEncoder().encode(text);
    this.more();
  }

  more() {
    const part = this.#rest.subarray(0, this.content.length);
    this.#rest = this.#rest.subarray(part.length);
    this.content.set(part);
    Atomics.store(this.state, 1, part.length);
    Atomics.store(this.state, 2, this.#rest.length);
    Atomics.store(this.state, 0, 1);
    Atomics.notify(this.state, 0);
  }
}

/** A service worker that holds requests of a thread until the page has the answer; undefined where there is none, or no need. */
async function answering(type, script) {
  const canSetAside = type === "py" && "Suspending" in WebAssembly;
  if (canSetAside || !navigator.serviceWorker) return undefined;
  const url = script ? ofPage(script) : beside("./service-worker.js");
  if (new URL(url).origin !== location.origin) return undefined;
  try {
    const service = await serviceFor(url);
    const id = crypto.randomUUID?.() ?? String(Math.random());
    return { id, bring: (message) => service().postMessage({ id, message }) };
  } catch (error) {
    console.warn(`Workers cannot wait for the page: ${error.message}`);
    return undefined;
  }
}
