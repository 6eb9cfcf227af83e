// Brings the reader's answers, and Stop, to a kernel that computes or waits and takes no messages meanwhile: through memory that
// both share, where the page is isolated from others; else through a service worker. Where WebAssembly can wait for promises,
// the kernel takes messages while it waits, and a service worker is not needed.
import { serviceFor } from "./answerers.js";

const URGENT = /^\{"type":"(entered|interrupt)"/;
const STOP = 2; // SIGINT
const HEADER = 8; // Bytes: whether there is a message, and its length.

/** A worker that runs the script at `url`, to which urgent messages come at once. */
export function startWorker(url) {
  const needsServiceWorker = !("Suspending" in WebAssembly) && !self.crossOriginIsolated && navigator.serviceWorker;
  return needsServiceWorker ? new LateWorker(throughServiceWorker(url)) : sharing(new Worker(url, { type: "module" }));
}

/** A worker that shares memory with the page once it has started, if it can. */
export function sharing(worker) {
  worker.addEventListener("message", (event) => {
    if (!event.data?.answer) return;
    event.stopImmediatePropagation(); // No message of the kernel.
    const { answer, interrupts } = event.data;
    deliver(worker, (message) => {
      if (message.startsWith('{"type":"interrupt"')) interrupts[0] = STOP;
      const bytes = new TextEncoder().encode(message);
      new Uint8Array(answer, HEADER).set(bytes);
      const state = new Int32Array(answer);
      state[1] = bytes.length;
      Atomics.store(state, 0, 1);
      Atomics.notify(state, 0);
    });
  });
  return worker;
}

function deliver(worker, send) {
  const post = worker.postMessage;
  worker.postMessage = function (message, ...more) {
    if (URGENT.test(message)) send(message);
    return post.call(worker, message, ...more);
  };
}

async function throughServiceWorker(url) {
  const named = new URL(url);
  const options = { type: "module" };
  const service = await serviceFor(new URL("./service-worker.js", url)).catch(() => undefined);
  if (!service) return new Worker(url, options); // No service workers here: cells that ask say so.
  const id = Math.random().toString(36).slice(2);
  named.hash = new URLSearchParams({ answers: id });
  const worker = new Worker(named, options);
  deliver(worker, (message) => service().postMessage({ id, message }));
  return worker;
}

/** Stands for a worker that is yet to come. */
export class LateWorker extends EventTarget {
  #worker;
  #messages = [];
  #isEnded = false;

  constructor(coming) {
    super();
    coming.then((worker) => {
      if (this.#isEnded) return worker.terminate();
      this.#worker = worker;
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      worker.addEventListener("error", ({ message }) => this.dispatchEvent(new ErrorEvent("error", { message })));
      for (const message of this.#messages) worker.postMessage(...message);
    }, ({ message }) => this.dispatchEvent(new ErrorEvent("error", { message })));
  }

  postMessage(...message) {
    if (this.#worker) this.#worker.postMessage(...message);
    else this.#messages.push(message);
  }

  terminate() {
    this.#isEnded = true;
    this.#worker?.terminate();
  }
}
Object.setPrototypeOf(LateWorker.prototype, Worker.prototype); // Who looks takes it for one.
